package nl.banenschakel.platform.mail;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.UUID;

/** Hands messages over to a mail server, a few at a time. */
final class SmtpClient implements Mailing {
  /** Connections to the mail server of this process. */
  static final int CONNECTIONS_MAX = 2;

  private static final int CONNECT_MS_MAX = 10_000;
  private static final int SEND_MS_MAX = 30_000;
  private static final int SILENT_S_MAX = 20;

  private final MailClient client;
  private final MailSettings.Smtp settings;

  SmtpClient(Vertx vertx, MailSettings.Smtp settings) {
    this.settings = settings;
    this.client = MailClient.create(vertx, config(settings));
  }

  @Override
  public Future<Void> send(UUID id, Mail mail) {
    return client
        .sendMail(MailText.of(settings.from(), id, mail))
        .timeout(SEND_MS_MAX, MILLISECONDS)
        .mapEmpty();
  }

  @Override
  public Future<Void> close() {
    return client.close();
  }

  private static MailConfig config(MailSettings.Smtp settings) {
    var config =
        new MailConfig(settings.host(), settings.port())
            .setStarttls(
                settings.security() == MailSettings.Security.STARTTLS
                    ? StartTLSOptions.REQUIRED
                    : StartTLSOptions.DISABLED)
            .setSsl(settings.security() == MailSettings.Security.TLS)
            .setHostnameVerificationAlgorithm("HTTPS")
            .setLogin(settings.login().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
            .setMaxPoolSize(CONNECTIONS_MAX)
            .setKeepAlive(false);
    config.setConnectTimeout(CONNECT_MS_MAX);
    config.setIdleTimeout(SILENT_S_MAX); // Or a silent server kept its place for good.
    settings
        .login()
        .ifPresent(login -> config.setUsername(login.user()).setPassword(login.password()));
    return config;
  }
}
