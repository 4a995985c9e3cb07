"""The echo client in the exercise's original language: it sends a message and prints what comes back."""
import os
import socket
import sys

HOST = os.environ.get("HOST", "127.0.0.1")
PORT = int(os.environ.get("PORT", "9999"))


def echo(message: bytes) -> bytes:
    """Send the message and return everything that the server sends back."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
        client.connect((HOST, PORT))
        client.sendall(message)
        # The end of the message. The server knows that nothing more will come, and can still answer.
        client.shutdown(socket.SHUT_WR)

        reply = b""
        while data := client.recv(4096):
            reply += data
        return reply


if __name__ == "__main__":
    message = sys.argv[1] if len(sys.argv) > 1 else "Hello Echo!"
    try:
        print(f"Server echoed: {echo(message.encode()).decode()}")
    except OSError as error:
        sys.exit(f"Echo client failed ({HOST}:{PORT}): {error}")
