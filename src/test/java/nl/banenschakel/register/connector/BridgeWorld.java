package nl.banenschakel.register.connector;

import static nl.banenschakel.testing.Await.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.auth.AccessTokens;
import nl.banenschakel.platform.client.Circuit;
import nl.banenschakel.platform.client.Retries;
import nl.banenschakel.platform.client.UpstreamAddress;
import nl.banenschakel.platform.client.UpstreamClient;
import nl.banenschakel.platform.client.UpstreamTls;
import nl.banenschakel.testing.TestCertificates;

/** An adapter, and the register behind it, of which a test decides who is in it. */
final class BridgeWorld implements AutoCloseable {
  static final Loonheffingennummer NUMBER = Loonheffingennummer.parse("001000275L01");
  static final LocalDate TODAY = LocalDate.of(2026, 4, 15);

  static final UpstreamClient.Limits LIMITS = new UpstreamClient.Limits(1_000, 200_000, 4, 100);
  static final Retries.Limits SOON = new Retries.Limits(3, 1, 1_000);

  /** Fails as often as a test likes. */
  static final HttpBridgeClient.Patience PATIENT =
      new HttpBridgeClient.Patience(new Circuit.Limits(1_000, 1_000), SOON);

  final Vertx vertx = Vertx.vertx();
  final TurnedClock clock = new TurnedClock(TODAY);
  final SimulatedWorld world = new SimulatedWorld(LocalDate.of(2026, 1, 10), Period.ofMonths(1));
  final SimulatedRegister register =
      new SimulatedRegister(vertx, clock, world, SimulatedRegister.Manners.GOOD);
  final Optional<BridgeServer> server;
  final RegisterBridge bridge;
  private final Optional<TokenServer> tokens;

  /** The adapters there are: each must pass the conformance test. */
  enum Adapter {
    /** In the process. */
    SIMULATED,
    /** Over HTTPS, with an access token. */
    HTTP_WITH_TOKEN,
    /** Over HTTPS, with a client certificate. */
    HTTP_WITH_CERTIFICATE
  }

  BridgeWorld(Adapter adapter) {
    this(adapter, PATIENT);
  }

  BridgeWorld(Adapter adapter, HttpBridgeClient.Patience patience) {
    world.employer(NUMBER);
    switch (adapter) {
      case HTTP_WITH_TOKEN -> {
        tokens = Optional.of(new TokenServer(vertx));
        server = Optional.of(new BridgeServer(vertx, register, Optional.of(TokenServer.TOKEN)));
        bridge = client(Optional.of(tokens.get().tokens(vertx, clock)), trusting(false), patience);
      }
      case HTTP_WITH_CERTIFICATE -> {
        tokens = Optional.empty();
        server = Optional.of(new BridgeServer(vertx, register, Optional.empty()));
        bridge = client(Optional.empty(), trusting(true), patience);
      }
      default -> {
        tokens = Optional.empty();
        server = Optional.empty();
        bridge = register;
      }
    }
  }

  /** A client that trusts the server, and shows a certificate if it has to. */
  static UpstreamTls trusting(boolean showing) {
    var own =
        new UpstreamTls.Own(TestCertificates.CLIENT.certificate(), TestCertificates.CLIENT.key());
    return new UpstreamTls(
        Optional.of(TestCertificates.SERVER.certificate()),
        showing ? Optional.of(own) : Optional.empty());
  }

  /** Another client of the same server. */
  HttpBridgeClient client(
      Optional<AccessTokens> with, UpstreamTls tls, HttpBridgeClient.Patience patience) {
    var address = UpstreamAddress.parse(server().url());
    return new HttpBridgeClient(
        vertx, UpstreamClient.of(vertx, address, tls, LIMITS), with, patience, clock);
  }

  BridgeServer server() {
    return server.orElseThrow();
  }

  TokenServer tokenServer() {
    return tokens.orElseThrow();
  }

  /** So many synthetic people who work here and were registered last year. */
  @CanIgnoreReturnValue
  List<Bsn> registered(int count) {
    var people = bsns(count);
    people.forEach(bsn -> world.hire(NUMBER, bsn));
    people.forEach(
        bsn ->
            world.register(
                bsn, LocalDate.of(2025, 3, 1), TurnedClock.noon(LocalDate.of(2025, 3, 2))));
    return people;
  }

  /** Valid BSNs that nobody has. */
  static List<Bsn> bsns(int count) {
    return IntStream.rangeClosed(999_900_000, 999_999_999)
        .mapToObj(Integer::toString)
        .filter(Bsn::passesElfproef)
        .map(Bsn::parse)
        .limit(count)
        .toList();
  }

  @Override
  public void close() {
    await(bridge.close());
    server.ifPresent(BridgeServer::close);
    tokens.ifPresent(TokenServer::close);
    await(vertx.close());
  }
}
