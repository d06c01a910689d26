package nl.banenschakel.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import nl.banenschakel.platform.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves the interface and the pages, as config/gateway.yaml says.")
@SuppressWarnings("NullAway.Init") // Picocli sets the spec before call().
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var config = Config.load(Home.settings(), Home.folder(), System.getenv());
    var running = Running.start(config);
    var out = spec.commandLine().getOut();
    out.println("Serving " + config.http().publicUrl());
    out.println(
        "Health, readiness and metrics: http://%s:%d"
            .formatted(config.management().host(), running.managementPort()));
    untilStopped(running::close);
    return 0;
  }

  /** SIGTERM and Ctrl-C run the hook; the main thread waits for ever. */
  static void untilStopped(Runnable stop) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    new CountDownLatch(1).await();
  }
}
