package nl.banenschakel.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that has an embedded server: to be killed, or to end by itself. */
final class ServerChild implements AutoCloseable {
  private static final int STARTED_WITHIN_MS = 60_000;
  private static final int POLL_MS = 20;

  private final Process jvm;
  private final Path told;

  private ServerChild(Process jvm, Path told) {
    this.jvm = jvm;
    this.told = told;
  }

  /** The other JVM: starts a server, tells what it is, and ends when its input does. */
  public static void main(String[] args) throws IOException {
    var throwAway = args[0].equals("throw-away");
    var server =
        throwAway ? EmbeddedPostgres.throwAway() : EmbeddedPostgres.start(Path.of(args[0]));
    var unfinished = Path.of(args[1] + ".unfinished");
    var address = server.superuser();
    Files.write(
        unfinished,
        List.of(
            Long.toString(server.pid()),
            Integer.toString(address.port()),
            address.password(),
            server.folder().toString()));
    Files.move(unfinished, Path.of(args[1]));
    var unused = System.in.read();
  }

  /** Starts it and waits for its server. */
  static ServerChild start(String folder, Path told) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ServerChild.class.getName(), folder, told.toString()));
    var jvm = new ProcessBuilder(command).redirectErrorStream(true);
    var child = new ServerChild(jvm.redirectOutput(Path.of(told + ".out").toFile()).start(), told);
    for (var waited = 0; !Files.exists(told); waited += POLL_MS) {
      if (waited > STARTED_WITHIN_MS || !child.jvm.isAlive()) {
        child.close();
        throw new AssertionError(Files.readString(Path.of(told + ".out")));
      }
      Thread.sleep(POLL_MS);
    }
    return child;
  }

  ProcessHandle server() throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(told).get(0))).orElseThrow();
  }

  DatabaseAddress address() throws IOException {
    var lines = Files.readAllLines(told);
    return new DatabaseAddress(
        "127.0.0.1", Integer.parseInt(lines.get(1)), "postgres", "postgres", lines.get(2));
  }

  Path folder() throws IOException {
    return Path.of(Files.readAllLines(told).get(3));
  }

  /** kill -9: no hook runs. */
  void kill() throws InterruptedException {
    jvm.destroyForcibly().waitFor();
  }

  /** Lets it come to its own end. */
  void finish() throws IOException, InterruptedException {
    jvm.getOutputStream().close();
    if (!jvm.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("the other JVM did not end");
    }
  }

  @Override
  public void close() {
    jvm.destroyForcibly();
  }
}
