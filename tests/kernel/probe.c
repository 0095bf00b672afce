/*
 * The one program in the image of the kernel tests. As a container's main process it offers something on every channel
 * ("live"); run in another container it tries to use what that one offers ("reach"). Each result is one line on stdout:
 * a subject, a tab, and "ok" or the name of the error. ID is a port number that no other container of the run has.
 *
 *   probe pause               stay, as the sandbox's process
 *   probe live ID DIR...      offer everything, leave a file in every directory below each DIR, stay
 *   probe reach ID DIR...     try every channel to the container with that ID
 *   probe look PATH...        print the hostname, try to write at each path
 *   probe mount ID DIR...     mount a tmpfs in each DIR, with a file in it, for others to find
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <mqueue.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define DEPTH 4     /* directories below a mount that are entered */
#define WORD 64     /* longest word that crosses a channel */
#define PATIENCE 50 /* hundredths of a second that a signal may take */

static void say(const char *subject, int error) {
  printf("%s\t%s\n", subject, error ? strerrorname_np(error) : "ok");
}

static struct sockaddr_in loopback(int id) {
  return (struct sockaddr_in){
      .sin_family = AF_INET, .sin_port = htons(id), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

/* An abstract address starts with a zero byte and ends where its length says. */
static socklen_t abstract_address(struct sockaddr_un *address, const char *word) {
  *address = (struct sockaddr_un){.sun_family = AF_UNIX};
  return offsetof(struct sockaddr_un, sun_path) + 1 + snprintf(address->sun_path + 1, WORD, "%s", word);
}

/* Does `visit` in a directory and in those below it, deepest last. */
static void walk(const char *dir, int depth, void (*visit)(const char *dir, void *with), void *with) {
  visit(dir, with);
  DIR *entries = depth > 0 ? opendir(dir) : NULL;
  if (!entries) return;
  for (struct dirent *entry; (entry = readdir(entries));) {
    char path[PATH_MAX];
    struct stat status;
    if (entry->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "%s/%s", dir, entry->d_name);
    if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode)) walk(path, depth - 1, visit, with);
  }
  closedir(entries);
}

/* Reads all of a small file, or of what a connection sends. */
static int heard(int file, const char *word) {
  char buffer[4096] = "";
  size_t length = 0;
  for (ssize_t got; length < sizeof buffer - 1; length += got) {
    got = read(file, buffer + length, sizeof buffer - 1 - length);
    if (got < 0) return errno;
    if (got == 0) break;
  }
  return memmem(buffer, length, word, strlen(word)) ? 0 : ENODATA;
}

static int read_file(const char *path, const char *word) {
  int file = open(path, O_RDONLY);
  if (file < 0) return errno;
  int error = heard(file, word);
  close(file);
  return error;
}

/* Where a word is left at a mount: in a file of its own in a directory, at the end of a file that is itself mounted. */
static void place(char *path, const char *at, const char *word) {
  struct stat status;
  int is_file = stat(at, &status) == 0 && !S_ISDIR(status.st_mode);
  snprintf(path, PATH_MAX, is_file ? "%s" : "%s/%s", at, word);
}

static int write_file(const char *path, const char *word) {
  int file = open(path, O_CREAT | O_WRONLY | O_APPEND, 0644);
  if (file < 0) return errno;
  int error = write(file, word, strlen(word)) < 0 ? errno : 0;
  close(file);
  return error;
}

/* Where nothing can be written nothing is left: that is for the other one to find out. */
static void leave_word(const char *at, void *word) {
  char path[PATH_MAX];
  place(path, at, word);
  write_file(path, word);
}

struct search {
  const char *word;
  int error;
};

static void find_word(const char *at, void *with) {
  struct search *search = with;
  char path[PATH_MAX];
  place(path, at, search->word);
  int error = read_file(path, search->word);
  if (search->error == ENOENT || error == 0) search->error = error;
}

static int find_words(const char *word, char **dirs) {
  struct search search = {word, ENOENT};
  for (; *dirs && search.error; dirs++) walk(*dirs, DEPTH, find_word, &search);
  return search.error;
}

static void mount_point(char *path, const char *dir, const char *word) {
  snprintf(path, PATH_MAX, "%s/mount-%s", dir, word);
}

/* Looks for what another container has mounted in a directory that both see. */
static int find_mounted(const char *word, char **dirs) {
  int error = ENOENT;
  for (; *dirs && error; dirs++) {
    char path[PATH_MAX], file[PATH_MAX];
    mount_point(path, *dirs, word);
    snprintf(file, sizeof file, "%s/inside", path);
    error = read_file(file, word);
  }
  return error;
}

/* ---- live ---- */

static volatile sig_atomic_t signalled;

/* The name of a process is readable for everyone, so it tells that the signal came without a file or a shared namespace. */
static void on_usr1(int number) {
  char name[16];
  (void)number;
  snprintf(name, sizeof name, "signalled-%d", (int)++signalled);
  prctl(PR_SET_NAME, name);
}

static void on_term(int number) { _exit(128 + number); }

static int listening(int family, const struct sockaddr *address, socklen_t length) {
  int server = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (bind(server, address, length) || listen(server, 16)) perror("listen");
  return server;
}

static void offer(int id, const char *word, char **dirs) {
  char slashed[WORD + 1];
  snprintf(slashed, sizeof slashed, "/%s", word);

  int segment = shmget(id, WORD, IPC_CREAT | 0666);
  void *memory = shmat(segment, NULL, 0);
  if (memory == (void *)-1) perror("shmat");
  else strcpy(memory, word);

  mqd_t queue = mq_open(slashed, O_CREAT | O_RDWR, 0666, &(struct mq_attr){.mq_maxmsg = 1, .mq_msgsize = WORD});
  if (queue < 0 || fchmod(queue, 0666) || mq_send(queue, word, strlen(word) + 1, 0)) perror("mqueue");

  int shared = shm_open(slashed, O_CREAT | O_RDWR, 0666);
  if (shared < 0 || fchmod(shared, 0666) || write(shared, word, strlen(word)) < 0) perror("shm_open");

  for (; *dirs; dirs++) walk(*dirs, DEPTH, leave_word, (void *)word);
}

static _Noreturn void live(int id, const char *word, char **dirs) {
  struct sockaddr_in inet = loopback(id);
  struct sockaddr_un local;
  socklen_t length = abstract_address(&local, word);
  struct pollfd servers[2] = {
      {.fd = listening(AF_INET, (struct sockaddr *)&inet, sizeof inet), .events = POLLIN},
      {.fd = listening(AF_UNIX, (struct sockaddr *)&local, length), .events = POLLIN},
  };
  signal(SIGUSR1, on_usr1);
  signal(SIGTERM, on_term);
  signal(SIGPIPE, SIG_IGN);
  offer(id, word, dirs);
  prctl(PR_SET_NAME, "live");
  for (;;) {
    if (poll(servers, 2, -1) < 0) continue;
    for (int i = 0; i < 2; i++) {
      if (!(servers[i].revents & POLLIN)) continue;
      int client = accept(servers[i].fd, NULL, NULL);
      if (write(client, word, strlen(word)) < 0) perror("write");
      close(client);
    }
  }
}

static _Noreturn void stay(void) {
  signal(SIGTERM, on_term);
  signal(SIGINT, on_term);
  signal(SIGCHLD, SIG_IGN); /* with a shared PID namespace this is process 1, and the kernel then reaps for it */
  for (;;) pause();
}

/* ---- reach ---- */

static int hear(int family, const struct sockaddr *address, socklen_t length, const char *word) {
  int client = socket(family, SOCK_STREAM, 0);
  int error = connect(client, address, length) ? errno : heard(client, word);
  close(client);
  return error;
}

static int read_segment(int id, const char *word) {
  int segment = shmget(id, 0, 0);
  if (segment < 0) return errno;
  void *memory = shmat(segment, NULL, 0);
  if (memory == (void *)-1) return errno;
  int error = strcmp(memory, word) ? ENODATA : 0;
  shmdt(memory);
  return error;
}

/* Puts the message back, so that the next container finds it too. */
static int read_queue(const char *slashed, const char *word) {
  char message[WORD] = "";
  mqd_t queue = mq_open(slashed, O_RDWR | O_NONBLOCK);
  if (queue < 0) return errno;
  ssize_t got = mq_receive(queue, message, WORD, NULL);
  int error = got < 0 || mq_send(queue, message, got, 0) ? errno : strcmp(message, word) ? ENODATA : 0;
  mq_close(queue);
  return error;
}

static int read_shared_memory(const char *slashed, const char *word) {
  int file = shm_open(slashed, O_RDONLY, 0);
  if (file < 0) return errno;
  int error = heard(file, word);
  close(file);
  return error;
}

/* The process of another container, found as anyone would: by its command line in /proc. */
static pid_t find_process(const char *id) {
  char wanted[WORD], path[PATH_MAX], line[256];
  int length = 1 + snprintf(wanted, sizeof wanted, "/probe%clive%c%s", 0, 0, id);
  DIR *proc = opendir("/proc");
  pid_t found = 0;
  for (struct dirent *entry; !found && (entry = readdir(proc));) {
    if (atoi(entry->d_name) == 0) continue;
    snprintf(path, sizeof path, "/proc/%s/cmdline", entry->d_name);
    int file = open(path, O_RDONLY);
    if (file < 0) continue;
    if (read(file, line, sizeof line) >= length && memcmp(line, wanted, length) == 0) found = atoi(entry->d_name);
    close(file);
  }
  closedir(proc);
  return found;
}

static void read_name(pid_t pid, char *name) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/comm", pid);
  FILE *file = fopen(path, "r");
  if (!file || !fgets(name, 32, file)) name[0] = 0;
  if (file) fclose(file);
}

static int send_signal(pid_t pid) {
  char before[32], after[32];
  if (kill(pid, 0)) return errno;
  read_name(pid, before);
  if (kill(pid, SIGUSR1)) return errno;
  for (int i = 0; i < PATIENCE; i++) {
    read_name(pid, after);
    if (strcmp(before, after)) return 0;
    usleep(10000);
  }
  return ETIME;
}

static int read_environment(pid_t pid, const char *word) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/environ", pid);
  return read_file(path, word);
}

static int enter_root(pid_t pid) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/root/probe", pid);
  int file = open(path, O_RDONLY);
  if (file < 0) return errno;
  close(file);
  return 0;
}

static int attach(pid_t pid) {
  if (ptrace(PTRACE_ATTACH, pid, NULL, NULL)) return errno;
  int status, error = waitpid(pid, &status, __WALL) == pid && WIFSTOPPED(status) ? 0 : ECHILD;
  return ptrace(PTRACE_DETACH, pid, NULL, NULL) ? errno : error;
}

static int reach(const char *id, const char *word, char **dirs) {
  char slashed[WORD + 1];
  struct sockaddr_in inet = loopback(atoi(id));
  struct sockaddr_un local;
  socklen_t length = abstract_address(&local, word);
  snprintf(slashed, sizeof slashed, "/%s", word);

  say("localhost", hear(AF_INET, (struct sockaddr *)&inet, sizeof inet, word));
  say("abstract-unix-socket", hear(AF_UNIX, (struct sockaddr *)&local, length, word));
  say("sysv-ipc", read_segment(atoi(id), word));
  say("posix-mqueue", read_queue(slashed, word));
  say("shared-memory", read_shared_memory(slashed, word));
  say("shared-files", find_words(word, dirs));

  pid_t pid = find_process(id);
  say("see-processes", pid ? 0 : ESRCH);
  say("signals", pid ? send_signal(pid) : ESRCH);
  say("environ", pid ? read_environment(pid, word) : ESRCH);
  say("root", pid ? enter_root(pid) : ESRCH);
  say("ptrace", pid ? attach(pid) : ESRCH);
  say("mount-propagation", find_mounted(word, dirs));
  return 0;
}

/* ---- look, mount ---- */

static int try_write(const char *path) {
  char inside[PATH_MAX];
  struct stat status;
  if (stat(path, &status)) return errno;
  int is_directory = S_ISDIR(status.st_mode);
  snprintf(inside, sizeof inside, is_directory ? "%s/.look" : "%s", path);
  int file = open(inside, is_directory ? O_CREAT | O_EXCL | O_WRONLY : O_WRONLY, 0600);
  if (file < 0) return errno;
  close(file);
  return is_directory && unlink(inside) ? errno : 0;
}

static int look(char **paths) {
  char name[HOST_NAME_MAX + 1] = "";
  gethostname(name, sizeof name);
  printf("hostname\t%s\n", name);
  for (; *paths; paths++) say(*paths, try_write(*paths));
  return 0;
}

static int mount_below(const char *word, char **dirs) {
  for (; *dirs; dirs++) {
    char path[PATH_MAX], file[PATH_MAX];
    mount_point(path, *dirs, word);
    int error = mkdir(path, 0777) || mount("tmpfs", path, "tmpfs", 0, "") ? errno : 0;
    snprintf(file, sizeof file, "%s/inside", path);
    say(*dirs, error ? error : write_file(file, word));
  }
  return 0;
}

int main(int count, char **arguments) {
  const char *command = count > 1 ? arguments[1] : "";
  char word[WORD];
  if (strcmp(command, "pause") == 0) stay();
  if (strcmp(command, "look") == 0) return look(arguments + 2);
  if (count < 3) return fputs("probe pause | look PATH... | live, reach, mount ID DIR...\n", stderr), 2;

  snprintf(word, sizeof word, "podshare-%s", arguments[2]);
  alarm(strcmp(command, "live") ? 10 : 0); /* nothing here may hang a run */
  if (strcmp(command, "live") == 0) live(atoi(arguments[2]), word, arguments + 3);
  if (strcmp(command, "reach") == 0) return reach(arguments[2], word, arguments + 3);
  if (strcmp(command, "mount") == 0) return mount_below(word, arguments + 3);
  return 2;
}
