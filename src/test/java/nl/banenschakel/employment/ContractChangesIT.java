package nl.banenschakel.employment;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.CAS;
import static nl.banenschakel.app.SampleFiles.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what changed, so that nothing is missed. */
class ContractChangesIT extends ContractApi {
  private static final String BEGINNING = "2000-01-01T00:00:00Z";

  @Test
  void each_change_is_told_once_and_a_closed_contract_too() {
    deliver(contract("E-1", ANNA, "20"), contract("E-2", BAS, "24"));
    var all = changes(BEGINNING, 200);

    deliver(contract("E-1", ANNA, "32"));
    var later = changes(all.getString("changedSince"), 200);

    assertThat(told(all)).containsExactly("E-1 OPEN", "E-2 OPEN");
    assertThat(told(later)).containsExactly("E-1 OPEN", "E-2 CLOSED");
    assertThat(told(changes(later.getString("changedSince"), 200))).isEmpty();
  }

  @Test
  void who_goes_on_after_nothing_gets_what_comes_then() {
    var nothing = changes(BEGINNING, 200);
    deliver(contract("E-1", ANNA, "20"));

    assertThat(told(nothing)).isEmpty();
    assertThat(nothing.getBoolean("more")).isFalse();
    assertThat(told(changes(nothing.getString("changedSince"), 200))).containsExactly("E-1 OPEN");
  }

  @Test
  void changes_from_a_moment_on_are_those_and_no_earlier_ones() {
    deliver(contract("E-1", ANNA, "20"));
    var moment = Instant.now();
    deliverOf("planning", contract("E-2", BAS, "24"));

    assertThat(told(changes(moment.toString(), 200))).containsExactly("E-2 OPEN");
  }

  @Test
  void ending_a_contract_is_a_change() {
    deliver(contract("E-1", ANNA, "20"));
    var read = changes(BEGINNING, 200);
    var id = read.getJsonArray("items").getJsonObject(0).getString("id");

    end(UUID.fromString(id), "2026-05-31", "*").expect(200);

    assertThat(told(changes(read.getString("changedSince"), 200))).containsExactly("E-1 OPEN");
  }

  @Test
  void a_change_that_is_taken_in_slowly_holds_later_ones_back_and_is_not_missed()
      throws SQLException, InterruptedException {
    deliver(contract("E-1", ANNA, "20"));
    var read = changes(BEGINNING, 200);

    CompletableFuture<Void> quick;
    try (var slow = session()) {
      takeMoment(slow);
      quick = CompletableFuture.runAsync(() -> deliverOf("planning", contract("E-2", BAS, "24")));
      awaitWaiting();
      var meanwhile = changes(read.getString("changedSince"), 200);
      assertThat(told(meanwhile)).isEmpty();
      slow.commit();
    }
    quick.orTimeout(30, TimeUnit.SECONDS).join();

    assertThat(told(changes(read.getString("changedSince"), 200))).containsExactly("E-2 OPEN");
    assertThat(
            gateway
                .database()
                .texts(
                    "select (max(known_from) > (select latest - interval '1 hour' from employment.clock"
                        + " where tenant_id = '%s'))::text from employment.contract"
                            .formatted(organisation)))
        .containsExactly("true");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_reader_of_small_pages_ends_with_what_is_known_whatever_comes_between(long seed) {
    var random = new Random(seed);
    var copy = new TreeMap<String, String>();
    var at = BEGINNING;
    for (int round = 0; round < 12; round++) {
      deliverOf(random.nextBoolean() ? "hr" : "planning", lines(random));
      int pages = random.nextInt(4);
      for (int page = 0; page < pages; page++) {
        at = copied(copy, changes(at, 1 + random.nextInt(3)));
      }
    }

    for (boolean more = true; more; ) {
      var page = changes(at, 2);
      more = page.getBoolean("more");
      at = copied(copy, page);
    }

    assertThat(copy).isEqualTo(known());
  }

  @Test
  void a_reader_beside_two_senders_misses_nothing() {
    var senders =
        CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> deliverAgainAndAgain("hr", new Random(1))),
            CompletableFuture.runAsync(() -> deliverAgainAndAgain("planning", new Random(2))));
    var copy = new TreeMap<String, String>();
    var at = BEGINNING;
    while (!senders.isDone()) {
      at = copied(copy, changes(at, 1));
    }
    senders.join();

    for (boolean more = true; more; ) {
      var page = changes(at, 2);
      more = page.getBoolean("more");
      at = copied(copy, page);
    }

    assertThat(copy).isEqualTo(known());
  }

  @Test
  void what_is_no_position_or_does_not_go_with_it_is_refused() {
    for (var odd : List.of("yesterday", "2026-01-01", "A".repeat(31), "f".repeat(32))) {
      assertThat(client.get("/v1/contracts?changedSince=" + odd).mistakes())
          .containsExactly("query changedSince CHANGED_SINCE_FORM");
    }
    assertThat(
            client
                .get("/v1/contracts?changedSince=%s&asOf=%s".formatted(BEGINNING, BEGINNING))
                .mistakes())
        .containsExactly("query changedSince PARAMETERS_EXCLUDE");
  }

  private void deliverAgainAndAgain(String source, Random random) {
    for (int i = 0; i < 15; i++) {
      deliverOf(source, lines(random));
    }
  }

  private static String[] lines(Random random) {
    var lines = new ArrayList<String>();
    var people = List.of(ANNA, BAS, CAS);
    for (int person = 0; person < people.size(); person++) {
      if (random.nextInt(3) > 0) {
        lines.add(contract("E-" + person, people.get(person), 8 + random.nextInt(3) + ",00"));
      }
    }
    return lines.isEmpty()
        ? new String[] {contract("E-0", ANNA, "40,00")}
        : lines.toArray(String[]::new);
  }

  /** Applies a page as a reader does that keeps what is open. */
  private static String copied(Map<String, String> copy, JsonObject page) {
    for (var item : page.getJsonArray("items")) {
      var contract = (JsonObject) item;
      if (contract.getString("state").equals("OPEN")) {
        copy.put(contract.getString("id"), contract.encode());
      } else {
        copy.remove(contract.getString("id"));
      }
    }
    return page.getString("changedSince");
  }

  private Map<String, String> known() {
    var known = new TreeMap<String, String>();
    client
        .get("/v1/contracts?limit=200")
        .json()
        .getJsonArray("items")
        .forEach(it -> known.put(((JsonObject) it).getString("id"), ((JsonObject) it).encode()));
    return known;
  }

  private JsonObject changes(String since, int limit) {
    return client
        .get("/v1/contracts?changedSince=%s&limit=%d".formatted(since, limit))
        .expect(200)
        .json();
  }

  private static List<String> told(JsonObject page) {
    return page.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .map(item -> item.getString("personnelNumber") + " " + item.getString("state"))
        .sorted()
        .toList();
  }

  /** Does what a merge does first, in a transaction that stays open. */
  private void takeMoment(Connection slow) throws SQLException {
    slow.setAutoCommit(false);
    try (var statement = slow.createStatement()) {
      statement.execute(
          "update employment.clock set latest = clock_timestamp() where tenant_id = '%s'"
              .formatted(organisation));
    }
  }

  private static Connection session() throws SQLException {
    var address = gateway.database().superuserAddress();
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  private static void awaitWaiting() throws InterruptedException {
    var waiting =
        "select count(*)::text from pg_locks where not granted and locktype in ('transactionid', 'tuple')";
    for (int i = 0; i < 400 && gateway.database().texts(waiting).equals(List.of("0")); i++) {
      Thread.sleep(25);
    }
    assertThat(gateway.database().texts(waiting)).isNotEqualTo(List.of("0"));
  }
}
