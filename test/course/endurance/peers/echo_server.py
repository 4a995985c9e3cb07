"""The echo server in the exercise's original language: it sends back exactly the bytes that it receives."""
import os
import socket
import sys

HOST = os.environ.get("HOST", "0.0.0.0")
PORT = int(os.environ.get("PORT", "9999"))

try:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as server:
        server.bind((HOST, PORT))
        server.listen()
        print(f"Listening on {HOST}:{PORT}", flush=True)

        connection, (address, port) = server.accept()
        with connection:
            print(f"Connected by {address}:{port}")
            # recv() gives b"" once the client has said that nothing more will come.
            while data := connection.recv(4096):
                print(f"Received: {data.decode()}")
                connection.sendall(data)
except OSError as error:
    sys.exit(f"Echo server failed ({HOST}:{PORT}): {error}")
