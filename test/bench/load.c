// Puts load on an echo server, as cheaply as it can: what it needs itself, the server does not get.
// load PORT CONNECTIONS connects, and then obeys each line "SIZE MILLISECONDS" on stdin: for so long, each
// connection sends a message of SIZE bytes, waits for the whole echo, and sends the next. It answers in JSON,
// times in seconds. load.ts is the same where there is no compiler.
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>

enum { LARGEST = 1024 * 1024, GREETING = 1024, EVENTS = 1024, SAMPLES = 1024 * 1024 };

struct connection {
  int fd;
  size_t unsent, awaited; // bytes of the message on its way
  double began;
};

static char message[LARGEST];
static double latencies[SAMPLES];

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static double processor_time(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  long seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec;
  return seconds + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

// Connects and has one message echoed: so the server has accepted, and what it sends back is right.
static int connect_to(int port) {
  char echo[GREETING];
  int fd = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) < 0) fail("connect");
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (send(fd, message, GREETING, MSG_NOSIGNAL) != GREETING) fail("send");
  if (recv(fd, echo, GREETING, MSG_WAITALL) != GREETING) fail("recv");
  if (memcmp(echo, message, GREETING) != 0) errno = EBADMSG, fail("echo");
  return fd;
}

static void push(struct connection *connection, size_t size) {
  const char *rest = message + size - connection->unsent;
  ssize_t count = send(connection->fd, rest, connection->unsent, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count < 0 && errno != EAGAIN) fail("send");
  if (count > 0) connection->unsent -= count;
}

static void start_message(struct connection *connection, size_t size, double time) {
  connection->began = time;
  connection->unsent = connection->awaited = size;
  push(connection, size);
}

// Whether the echo is complete. MSG_TRUNC: the bytes are counted, but not copied to here (tcp(7)).
static int pull(struct connection *connection) {
  ssize_t count = recv(connection->fd, NULL, connection->awaited, MSG_TRUNC | MSG_DONTWAIT);
  if (count == 0) errno = ECONNRESET;
  if (count == 0 || (count < 0 && errno != EAGAIN)) fail("recv");
  if (count > 0) connection->awaited -= count;
  return connection->awaited == 0;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void run(int poller, struct connection *connections, int number, size_t size, double duration) {
  struct epoll_event events[EVENTS];
  struct connection *completed[EVENTS];
  size_t messages = 0;
  int busy = number;
  double processor = processor_time(), began = now(), time = began;
  for (int index = 0; index < number; index += 1) start_message(&connections[index], size, now());
  while (busy > 0) {
    int count = epoll_wait(poller, events, EVENTS, -1), complete = 0;
    // First all that has come, and then all that is to be sent: so the server has a queue to work on. One that is
    // given message after message falls asleep in between, and to wake it costs more than to send.
    for (int index = 0; index < count; index += 1) {
      struct connection *connection = events[index].data.ptr;
      if (connection->unsent > 0) push(connection, size);
      if (connection->awaited == 0 || !pull(connection)) continue;
      time = now();
      if (messages < SAMPLES) latencies[messages] = time - connection->began;
      messages += 1;
      completed[complete++] = connection;
    }
    if (time < began + duration)
      for (int index = 0; index < complete; index += 1) start_message(completed[index], size, now());
    else busy -= complete; // So nothing is on its way any more when the time is read.
  }
  processor = processor_time() - processor;
  size_t samples = messages < SAMPLES ? messages : SAMPLES;
  qsort(latencies, samples, sizeof *latencies, compare);
  double p50 = latencies[(samples - 1) * 50 / 100], p99 = latencies[(samples - 1) * 99 / 100];
  printf("{\"messages\":%zu,\"seconds\":%.9f,\"p50\":%.9f,\"p99\":%.9f,\"processor\":%.6f}\n",
         messages, time - began, p50, p99, processor);
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  int port = atoi(argv[1]), number = atoi(argv[2]), poller = epoll_create1(0);
  struct connection *connections = calloc(number, sizeof *connections);
  if (poller < 0 || connections == NULL) fail("start");
  memset(message, 'e', sizeof message);
  setvbuf(stdout, NULL, _IOLBF, 0);

  double began = now();
  for (int index = 0; index < number; index += 1) {
    // Edge-triggered: what is waited for is said only once.
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = &connections[index]};
    connections[index].fd = connect_to(port);
    epoll_ctl(poller, EPOLL_CTL_ADD, connections[index].fd, &event);
  }
  printf("{\"seconds\":%.9f}\n", now() - began);

  size_t size;
  double milliseconds;
  while (scanf("%zu %lf", &size, &milliseconds) == 2 && size <= LARGEST)
    run(poller, connections, number, size, milliseconds / 1000);
}
