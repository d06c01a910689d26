package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.testing.Await.until;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.app.connector.Upstream;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.client.Circuit;
import nl.banenschakel.register.connector.BridgeAnswer;
import nl.banenschakel.register.connector.BridgeList;
import nl.banenschakel.register.connector.RegisterBridge;
import nl.banenschakel.register.connector.SimulatedRegister;
import nl.banenschakel.register.connector.SimulatedWorld;
import nl.banenschakel.register.connector.TurnedClock;

/** A gateway that asks a simulated register: a test turns the clock and decides how it answers. */
final class FetchWorld implements AutoCloseable {
  /**
   * The queue goes by the clock of the database: whatever is planned here waits until a test says
   * that it is due.
   */
  static final LocalDate TODAY = LocalDate.of(2090, 4, 15);

  static final String FETCH = "fetch-register-list";

  private static final String DUE_NOW =
      "update job.queue set claimable_at = now() where kind = '%s' and state = 'WAITING'";
  private static final String WAITING = "select count(*)::text from job.queue where kind = '%s'";

  private final LocalDate today;
  final TurnedClock clock;

  /** From then on answers about one person speak of this day. */
  volatile Optional<LocalDate> looksBackTo = Optional.empty();

  final SimulatedWorld world;
  private volatile Optional<SimulatedRegister> register = Optional.empty();
  private volatile Optional<Vertx> vertx = Optional.empty();
  private volatile Optional<Promise<Void>> gate = Optional.empty();
  private volatile int asked;
  final TestGateway gateway;
  final UUID organisation;
  final ApiClient client;

  /** It is {@link #TODAY}. */
  FetchWorld() {
    this(TODAY);
  }

  /** It is another day: then more may be due than a test says. */
  FetchWorld(LocalDate today) {
    this.today = today;
    clock = new TurnedClock(today);
    world = new SimulatedWorld(today.withDayOfYear(10), Period.ofMonths(1));
    gateway =
        TestGateway.asking(
            Map.of("reconciliation.afterDeliveryMs", "3600000", "jobs.pollMs", "10"),
            this::upstream);
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR, Role.FINANCE);
    world.employer(Loonheffingennummer.parse(NUMBER));
    registered(SampleFiles.ANNA);
    registered(SampleFiles.BAS);
  }

  /** Works there, and is in the register since the year before. */
  void registered(String bsn) {
    var registered = today.minusYears(1).withDayOfYear(60);
    world.hire(Loonheffingennummer.parse(NUMBER), Bsn.parse(bsn));
    world.register(Bsn.parse(bsn), registered, TurnedClock.noon(registered));
  }

  /** From now on it answers like this. */
  void behave(SimulatedRegister.Manners manners) {
    register.orElseThrow().behave(manners);
  }

  /** From now on an answer waits for {@link #open}. */
  void shut() {
    gate = Optional.of(Promise.promise());
  }

  void open() {
    var shut = gate.orElseThrow();
    gate = Optional.empty();
    vertx.orElseThrow().runOnContext(answer -> shut.complete());
  }

  /** Questions so far. */
  int asked() {
    return asked;
  }

  /** A mandate for lists and answers until a day; gives its address. */
  @CanIgnoreReturnValue
  String mandate(LocalDate lastDay) {
    var draft =
        new JsonObject()
            .put("loonheffingennummer", NUMBER)
            .put("holder", "Bureau")
            .put("covers", new JsonArray().add("list").add("answer"))
            .put("firstDay", today.withDayOfYear(1).toString())
            .put("lastDay", lastDay.toString());
    var made = client.post("/v1/register-mandates", "application/json", draft.encode());
    return made.expect(201).header("Location");
  }

  /** Sets the schedule of the only number, and has its first fetch done if that is now. */
  @CanIgnoreReturnValue
  Answer schedule(String draft) {
    var set = put(address(), draft, "If-Match", "*").expect(200);
    if (clock.instant().toString().equals(set.json().getString("nextAt"))) {
      dueNow(FETCH);
    }
    return set;
  }

  /** Has the list fetched beside the plan. */
  void fetchNow() {
    post(address() + "/_fetch").expect(200);
    dueNow(FETCH);
  }

  Answer post(String address) {
    return client.send("POST", address, Optional.empty(), new byte[0]);
  }

  Answer put(String address, String body, String... headers) {
    return client.send(
        "PUT", address, Optional.of("application/json"), body.getBytes(UTF_8), headers);
  }

  String address() {
    var items = client.get("/v1/register-schedules").items();
    return "/v1/register-schedules/" + items.get(0).getString("id");
  }

  JsonObject schedule() {
    return client.get(address()).expect(200).json();
  }

  /** The next attempt comes now: the clock is turned to it. Waits until it has ended. */
  void nextAttempt() {
    var before = schedule();
    clock.turnTo(Instant.parse(before.getString("nextAt")));
    dueNow(FETCH);
    until(() -> !schedule().getString("nextAt").equals(before.getString("nextAt")));
  }

  void dueNow(String kind) {
    gateway.database().asSuperuser(DUE_NOW.formatted(kind));
  }

  /** Jobs of a kind that wait or run. */
  int waiting(String kind) {
    return Integer.parseInt(gateway.database().texts(WAITING.formatted(kind)).get(0));
  }

  /** Every table with how many rows of the organisation it has. */
  List<String> rows() {
    return new StoredRows(gateway.database()).everything(organisation);
  }

  List<JsonObject> snapshots() {
    return client.get("/v1/register-snapshots").items();
  }

  List<JsonObject> events(String type) {
    return client.get("/v1/events?limit=200").items().stream()
        .filter(event -> event.getString("type").equals("nl.banenafspraak." + type + ".v1"))
        .toList();
  }

  @Override
  public void close() {
    gateway.close();
  }

  private Upstream upstream(Vertx loops) {
    vertx = Optional.of(loops);
    register =
        Optional.of(new SimulatedRegister(loops, clock, world, SimulatedRegister.Manners.GOOD));
    return new Upstream(Optional.of(new Watched()), clock);
  }

  /** The simulated register behind a door that a test may shut. */
  private final class Watched implements RegisterBridge {
    @Override
    public Future<BridgeList> list(Loonheffingennummer number) {
      return passed().compose(open -> register.orElseThrow().list(number));
    }

    @Override
    public Future<BridgeAnswer> ask(Loonheffingennummer number, Bsn bsn, Purpose purpose) {
      return passed().compose(open -> lookedAt().ask(number, bsn, purpose));
    }

    @Override
    public Future<LocalDate> updatedTo() {
      return register.orElseThrow().updatedTo();
    }

    @Override
    public Circuit.State state() {
      return register.orElseThrow().state();
    }

    @Override
    public Future<Void> close() {
      return Future.succeededFuture();
    }

    private RegisterBridge lookedAt() {
      return looksBackTo
          .<RegisterBridge>map(
              day ->
                  new SimulatedRegister(
                      vertx.orElseThrow(),
                      new TurnedClock(day),
                      world,
                      SimulatedRegister.Manners.GOOD))
          .orElseGet(register::orElseThrow);
    }

    private synchronized Future<Void> passed() {
      asked++;
      return gate.map(Promise::future).orElseGet(Future::succeededFuture);
    }
  }
}
