package nl.banenschakel.platform.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.config.Config.Mode;
import nl.banenschakel.platform.mail.EmailAddress;
import nl.banenschakel.platform.mail.MailSettings;

/** Reads {@code mail}: a mail server, a folder, or nobody is written to. */
final class MailReading {
  private static final String AT = "mail.";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
  private static final int SUBMISSION_PORT = 587;

  /** Nothing of these without a host. */
  private static final List<String> WITH_HOST = List.of("user", "password");

  private final Settings in;
  private final Path home;

  MailReading(Settings in, Path home) {
    this.in = in;
    this.home = home;
  }

  Optional<MailSettings> read(Mode mode) {
    var from = in.parsed(AT + "from", MailReading::address, "expected an e-mail address");
    var host = in.optional(AT + "host");
    var port = in.whole(AT + "port", SUBMISSION_PORT, 1, 65_535);
    var security =
        in.parsed(AT + "security", MailReading::security, "expected starttls, tls or none")
            .orElse(MailSettings.Security.STARTTLS);
    var login = login();
    var folder = in.path(AT + "folder").map(home::resolve);
    requireWhole(mode, host, security);
    return host.isPresent()
        ? from.map(it -> new MailSettings.Smtp(it, host.get(), port, security, login))
        : from.flatMap(it -> folder.map(path -> new MailSettings.Folder(it, path)));
  }

  private Optional<MailSettings.Login> login() {
    var user = in.optional(AT + "user");
    var password = in.optional(AT + "password");
    if (user.isPresent() != password.isPresent()) {
      in.mistake(AT + (user.isPresent() ? "password" : "user"), "user and password go together");
    }
    return user.flatMap(it -> password.map(secret -> new MailSettings.Login(it, secret)));
  }

  private void requireWhole(Mode mode, Optional<String> host, MailSettings.Security security) {
    boolean hasFolder = isSet("folder");
    if ((host.isPresent() || hasFolder) != isSet("from")) {
      in.mistake(
          AT + "from", isSet("from") ? "only with host or folder" : "required with host or folder");
    }
    if (host.isPresent() && hasFolder) {
      in.mistake(AT + "folder", "not with host");
    }
    if (hasFolder && mode == Mode.PRODUCTION) {
      in.mistake(AT + "folder", "for development only");
    }
    if (host.isEmpty()) {
      WITH_HOST.stream()
          .filter(this::isSet)
          .forEach(name -> in.mistake(AT + name, "only with host"));
    } else if (security == MailSettings.Security.NONE && !THIS_MACHINE.contains(host.get())) {
      in.mistake(AT + "security", "none is for a mail server on this machine only");
    }
  }

  private boolean isSet(String name) {
    return in.optional(AT + name).isPresent();
  }

  private static EmailAddress address(String text) {
    try {
      return EmailAddress.parse(text);
    } catch (Malformed otherForm) {
      throw new IllegalArgumentException(otherForm);
    }
  }

  private static MailSettings.Security security(String text) {
    return Stream.of(MailSettings.Security.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }
}
