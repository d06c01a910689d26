package nl.banenschakel.platform.db;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A running server. The kernel ties it to the thread that started it, so that thread waits for its
 * end; where the kernel cannot, a small watcher beside it stops it when we are gone.
 */
final class PostgresProcess {
  private static final int STOP_TIMEOUT_S = 60;

  /** $0 is our process, $1 the server. */
  private static final String WATCH =
      "while kill -0 $0 && kill -0 $1; do sleep 1; done; kill -INT $1";

  private final Process server;
  private final @Nullable Process watcher;

  private PostgresProcess(Process server, @Nullable Process watcher) {
    this.server = server;
    this.watcher = watcher;
  }

  static PostgresProcess start(ProcessBuilder builder, boolean diesWithUs) throws IOException {
    var started = new CompletableFuture<Process>();
    var keeper = new Thread(() -> keep(builder, started), "postgres-keeper");
    keeper.setDaemon(true);
    keeper.start();
    try {
      var server = started.join();
      return new PostgresProcess(server, diesWithUs ? null : watcher(server));
    } catch (CompletionException e) {
      throw new IOException("PostgreSQL cannot be started", e.getCause());
    }
  }

  long pid() {
    return server.pid();
  }

  boolean isAlive() {
    return server.isAlive();
  }

  /**
   * Ends the server and waits for it.
   *
   * @param signal {@code INT}: sessions are ended and all is written; {@code QUIT}: at once
   */
  void stop(String signal) throws IOException {
    if (watcher != null) {
      watcher.destroy();
    }
    try {
      if (server.isAlive()) {
        quietly("kill -" + signal + " $0", Long.toString(pid())).waitFor();
      }
      if (!server.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw PostgresPrograms.interrupted(e);
    }
  }

  static void pause(int ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw PostgresPrograms.interrupted(e);
    }
  }

  private static void keep(ProcessBuilder builder, CompletableFuture<Process> started) {
    try {
      var server = builder.start();
      started.complete(server);
      server.waitFor();
    } catch (IOException e) {
      started.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does; then the server stops
    }
  }

  private static Process watcher(Process server) throws IOException {
    var ourselves = Long.toString(ProcessHandle.current().pid());
    return quietly(WATCH, ourselves, Long.toString(server.pid()));
  }

  private static Process quietly(String script, String... args) throws IOException {
    var command = new ArrayList<>(List.of("sh", "-c", script));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
