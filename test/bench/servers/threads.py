"""The echo server of the classic exercise, with a thread for each client."""
import os
import socket
import threading


def serve(connection):
    with connection:
        while data := connection.recv(64 * 1024):
            connection.sendall(data)


with socket.create_server(("127.0.0.1", int(os.environ["PORT"])), backlog=1024) as listener:
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection,), daemon=True).start()
