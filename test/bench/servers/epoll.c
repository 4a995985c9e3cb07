// An echo server of one thread that asks the system which connections are ready (epoll): what the machine can do.
// A client that does not read is not read from either: no more than one buffer is kept for each.
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

enum { BUFFER = 256 * 1024, EVENTS = 256, BACKLOG = 1024 };

struct connection {
  int fd;
  char *rest; // what could not be sent back yet, or NULL
  size_t length;
};

static char buffer[BUFFER];
static int poller;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void wait_for(int operation, struct connection *connection, int fd, unsigned events) {
  struct epoll_event event = {.events = events, .data.ptr = connection};
  if (epoll_ctl(poller, operation, fd, &event) < 0) fail("epoll_ctl");
}

static int listen_on(int port) {
  int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
  if (listen(listener, BACKLOG) < 0) fail("listen");
  return listener;
}

static void accept_from(int listener) {
  int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK), on = 1;
  if (fd < 0) return;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  struct connection *connection = malloc(sizeof *connection);
  if (connection == NULL) fail("malloc");
  *connection = (struct connection){.fd = fd};
  wait_for(EPOLL_CTL_ADD, connection, fd, EPOLLIN);
}

static void end(struct connection *connection) {
  close(connection->fd);
  free(connection->rest);
  free(connection);
}

// Sends what there is room for. Keeps the rest, and reads no more until that is sent.
static void send_back(struct connection *connection, const char *bytes, size_t length) {
  ssize_t sent = send(connection->fd, bytes, length, MSG_NOSIGNAL);
  if (sent < 0 && errno != EAGAIN) return end(connection);
  if (sent < 0) sent = 0;
  char *had = connection->rest, *rest = NULL;
  connection->length = length - sent;
  if (connection->length > 0) {
    if ((rest = malloc(connection->length)) == NULL) fail("malloc");
    memcpy(rest, bytes + sent, connection->length);
  }
  connection->rest = rest;
  free(had);
  if (!rest != !had) wait_for(EPOLL_CTL_MOD, connection, connection->fd, rest ? EPOLLOUT : EPOLLIN);
}

static void serve(struct connection *connection) {
  if (connection->rest) return send_back(connection, connection->rest, connection->length);
  ssize_t received = recv(connection->fd, buffer, BUFFER, 0);
  if (received > 0) send_back(connection, buffer, received);
  else end(connection);
}

int main(void) {
  struct epoll_event events[EVENTS];
  const char *port = getenv("PORT");
  int listener = listen_on(port ? atoi(port) : 9999);
  poller = epoll_create1(0);
  wait_for(EPOLL_CTL_ADD, NULL, listener, EPOLLIN);
  for (;;) {
    int count = epoll_wait(poller, events, EVENTS, -1);
    for (int index = 0; index < count; index += 1) {
      if (events[index].data.ptr == NULL) accept_from(listener);
      else serve(events[index].data.ptr);
    }
  }
}
