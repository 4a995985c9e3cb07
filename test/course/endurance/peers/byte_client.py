"""The echo client for any bytes: it sends what it reads on stdin and writes to stdout what comes back."""
import sys

from echo_client import echo

sys.stdout.buffer.write(echo(sys.stdin.buffer.read()))
