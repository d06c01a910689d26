package nl.banenschakel.app.connector;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.banenschakel.app.demo.SyntheticPerson;
import nl.banenschakel.app.demo.SyntheticQuarter;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.auth.AccessTokens;
import nl.banenschakel.platform.auth.ClientAssertion;
import nl.banenschakel.platform.client.UpstreamClient;
import nl.banenschakel.platform.client.UpstreamTls;
import nl.banenschakel.platform.config.Connector;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.register.connector.FastClock;
import nl.banenschakel.register.connector.HttpBridgeClient;
import nl.banenschakel.register.connector.RegisterBridge;
import nl.banenschakel.register.connector.SimulatedRegister;
import nl.banenschakel.register.connector.SimulatedWorld;

/** Makes the connector to the register that the settings name; it connects when first asked. */
public final class RegisterConnection {
  private static final String AT = "register.connector.";

  /** Whom the simulated register knows: the employer of the README. */
  private static final Loonheffingennummer EMPLOYER = Loonheffingennummer.parse("001000275L01");

  private static final LocalDate REGISTERED = LocalDate.of(2025, 1, 1);

  private RegisterConnection() {}

  /**
   * The connector.
   *
   * @throws StartRefused when a file cannot be read or holds something else than it should
   */
  public static RegisterBridge of(Vertx vertx, Connector settings, Clock clock) {
    return settings instanceof Connector.Http http
        ? http(vertx, http, clock)
        : simulated(vertx, (Connector.Simulated) settings, clock);
  }

  private static RegisterBridge http(Vertx vertx, Connector.Http http, Clock clock) {
    var tls = new UpstreamTls(trusted(vertx, http), own(vertx, http));
    var limits = UpstreamClient.Limits.DEFAULT;
    return new HttpBridgeClient(
        vertx,
        UpstreamClient.of(vertx, http.address(), tls, limits),
        http.token()
            .map(
                token ->
                    new AccessTokens(
                        UpstreamClient.of(vertx, token.endpoint(), tls, limits),
                        assertion(vertx, token, clock),
                        token.scope(),
                        clock)),
        HttpBridgeClient.Patience.DEFAULT,
        clock);
  }

  private static Optional<Buffer> trusted(Vertx vertx, Connector.Http http) {
    return http.trustedFile()
        .map(
            file -> {
              var pem = read("trustedFile", file);
              check(
                  "trustedFile",
                  file,
                  () -> new PemTrustOptions().addCertValue(pem).getTrustManagerFactory(vertx));
              return pem;
            });
  }

  private static Optional<UpstreamTls.Own> own(Vertx vertx, Connector.Http http) {
    return http.own()
        .map(
            files -> {
              var certificate = read("certificateFile", files.certificate());
              var key = read("keyFile", files.key());
              check(
                  "keyFile",
                  files.key(),
                  () ->
                      new PemKeyCertOptions()
                          .addCertValue(certificate)
                          .addKeyValue(key)
                          .getKeyManagerFactory(vertx));
              return new UpstreamTls.Own(certificate, key);
            });
  }

  private static ClientAssertion assertion(Vertx vertx, Connector.Token token, Clock clock) {
    var pem = read("tokenKeyFile", token.keyFile());
    var key =
        new ClientAssertion.Key(
            token.clientId(), token.audience(), token.algorithm(), token.keyId(), pem);
    try {
      return ClientAssertion.of(vertx, key, clock);
    } catch (IllegalArgumentException unusable) {
      throw refused("tokenKeyFile", token.keyFile(), String.valueOf(unusable.getMessage()));
    }
  }

  /** People who do not exist, registered for the one employer that it knows. */
  private static RegisterBridge simulated(Vertx vertx, Connector.Simulated settings, Clock clock) {
    var world = new SimulatedWorld(REGISTERED, Period.ofMonths(1));
    world.employer(EMPLOYER);
    SyntheticQuarter.people().stream()
        .filter(SyntheticPerson::listed)
        .forEach(
            person -> {
              world.hire(EMPLOYER, person.bsn());
              var entered = REGISTERED.atStartOfDay(Netherlands.ZONE).toInstant();
              world.register(person.bsn(), REGISTERED, entered);
            });
    var moving = settings.speed() == 1 ? clock : new FastClock(clock, settings.speed());
    return new SimulatedRegister(vertx, moving, world, manners(settings));
  }

  private static SimulatedRegister.Manners manners(Connector.Simulated settings) {
    return new SimulatedRegister.Manners(
        settings.delayMs(), settings.faultPercent(), SimulatedRegister.Manners.GOOD.fault());
  }

  private static Buffer read(String key, Path file) {
    try {
      return Buffer.buffer(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw refused(key, file, "is not there or cannot be read by this user");
    }
  }

  private static void check(String key, Path file, Callable<?> opening) {
    try {
      var unused = opening.call();
    } catch (Exception unusable) {
      // Its message may show the file.
      throw refused(key, file, "expected PEM, and a key (PKCS#8) that is the certificate's");
    }
  }

  private static StartRefused refused(String key, Path file, String why) {
    return new StartRefused(
        "The connector to the register cannot be used", AT + key + ": " + file + " " + why);
  }
}
