package nl.banenschakel.app;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.config.Config;
import nl.banenschakel.platform.failure.StartRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a bearer token for a gateway in development mode. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Prints a bearer token; in development mode only.")
@SuppressWarnings("NullAway.Init") // Picocli fills the required options before call().
final class TokenCommand implements Callable<Integer> {
  @Option(
      names = "--organisation",
      paramLabel = "UUID",
      description = "Whom it acts for; again for each. None: an admin that makes organisations.")
  private List<UUID> organisations = List.of();

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description =
          "hr, payroll, finance, reviewer, lender, supplier, privacy or admin; again for each.")
  private List<String> roles;

  @Option(
      names = "--subject",
      defaultValue = "developer",
      description = "Who it is for; default ${DEFAULT-VALUE}.")
  private String subject;

  @Option(
      names = "--minutes",
      defaultValue = "60",
      description = "How long it is valid, 1 to 60; default ${DEFAULT-VALUE}.")
  private int minutes;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (minutes < 1 || minutes > 60) {
      throw usage("--minutes: expected 1 to 60");
    }
    var named = roles();
    if (organisations.isEmpty() && !named.equals(Set.of(Role.ADMIN))) {
      throw usage("--organisation: required for every role but admin, which acts for none");
    }
    var config = Config.load(Home.settings(), Home.folder(), System.getenv());
    if (config.mode() != Config.Mode.DEVELOPMENT) {
      throw new StartRefused(
          "No token", "In production tokens come from the identity provider, never from here.");
    }
    var token =
        TokenKeys.development(config.dataFolder())
            .sign(subject, Set.copyOf(organisations), named, Duration.ofMinutes(minutes));
    spec.commandLine().getOut().println(token);
    return 0;
  }

  private Set<Role> roles() {
    var named = new LinkedHashSet<Role>();
    for (var role : roles) {
      named.add(
          Role.named(role.toLowerCase(Locale.ROOT))
              .orElseThrow(() -> usage("--role: there is no role of that name")));
    }
    return named;
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
