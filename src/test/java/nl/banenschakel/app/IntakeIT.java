package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.LIST;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static nl.banenschakel.app.SampleFiles.contract;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deliveries over HTTP: the whole of a file takes effect, once, or nothing of it stays. */
class IntakeIT {
  private static final int AT_ONCE = 8;
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(10);
  private static final String WITHOUT_ANNA =
      CONTRACT_HEADER + contract("E-2", SampleFiles.BAS, "24,00");

  private static TestGateway gateway;

  private UUID organisation;
  private ApiClient client;

  /** The three kinds of file, and one that is refused of each. */
  enum Kind {
    LISTS {
      @Override
      Answer send(ApiClient client, boolean sound) {
        return client.postList(NUMBER, PEILDATUM, sound ? LIST : LIST + "999990018\n");
      }
    },
    CONTRACT_FILES {
      @Override
      Answer send(ApiClient client, boolean sound) {
        var wrong = CONTRACTS + "E-4;999990018;01-01-2024;;20,00;\n";
        return client.postContracts(NUMBER, sound ? CONTRACTS : wrong);
      }
    },
    WAGE_RETURNS {
      @Override
      Answer send(ApiClient client, boolean sound) {
        var file = SampleFiles.wageReturn(1);
        return client.postWageReturn(sound ? file : file.replace(ANNA, "999990018"));
      }
    };

    abstract Answer send(ApiClient client, boolean sound);
  }

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void a_new_organisation() {
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR, Role.PAYROLL);
  }

  @ParameterizedTest
  @EnumSource
  void the_same_bytes_twice_are_one_delivery(Kind kind) {
    var first = kind.send(client, true).expect(201);
    var before = everythingStored();

    var again = kind.send(client, true).expect(201);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(everythingStored()).isEqualTo(before);
  }

  @Test
  void contracts_a_then_b_then_a_again_take_effect_three_times() {
    var first = client.postContracts(NUMBER, CONTRACTS).json();
    var second = client.postContracts(NUMBER, WITHOUT_ANNA).json();

    var third = client.postContracts(NUMBER, CONTRACTS).json();

    assertThat(List.of(first.getString("id"), second.getString("id"), third.getString("id")))
        .doesNotHaveDuplicates();
    assertThat(second.getJsonObject("counts").getInteger("closed")).isEqualTo(2);
    assertThat(third.getJsonObject("counts").getInteger("new")).isEqualTo(2);
  }

  @Test
  void lists_a_then_b_then_a_again_make_a_the_one_that_holds() {
    client.postWageReturn(SampleFiles.wageReturn(3)).expect(201);
    client.postList(NUMBER, PEILDATUM, LIST).expect(201);
    client.postList(NUMBER, PEILDATUM, "BSN\n" + SampleFiles.CAS + "\n").expect(201);
    assertThat(client.report(client.reconcile(NUMBER)).getInteger("registerLines")).isEqualTo(1);

    client.postList(NUMBER, PEILDATUM, LIST).expect(201);

    assertThat(client.report(client.reconcile(NUMBER)).getInteger("registerLines")).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void a_refused_file_leaves_nothing_but_its_mistakes(Kind kind) {
    var answer = kind.send(client, false).expect(400);

    assertThat(answer.mistakes()).hasSize(1).first().asString().endsWith(" BSN_ELFPROEF");
    assertThat(everythingStored()).containsExactly("intake.upload 1");
    var upload = client.get("/v1/uploads/" + uploads().get(0)).expect(200).json();
    assertThat(upload.getString("state")).isEqualTo("REFUSED");
    assertThat(upload.getJsonArray("mistakes")).isEqualTo(answer.json().getJsonArray("errors"));
  }

  @Test
  void an_accepted_delivery_can_be_read_again_at_its_address() {
    var taken = client.postList(NUMBER, PEILDATUM, LIST).expect(201);

    var read = client.get(taken.header("Location")).expect(200);

    assertThat(read.json()).isEqualTo(taken.json());
    assertThat(read.json().getString("state")).isEqualTo("ACCEPTED");
    client.get(read.json().getString("resource")).expect(200);
  }

  @Test
  void every_mistake_of_a_file_is_told_at_once() {
    var answer =
        client.postContracts(
            NUMBER,
            CONTRACT_HEADER + "E-1;1;x;;99;\nE-2;%s;01-01-2024;;20;\n;%1$s;;;;\n".formatted(ANNA));

    assertThat(answer.expect(400).mistakes())
        .extracting(mistake -> mistake.replaceAll(" column.*", ""))
        .containsOnly("line 2", "line 4")
        .hasSizeGreaterThan(4);
  }

  @Test
  void a_line_of_1000_characters_is_taken_and_one_of_1001_is_not() {
    var line = contract("E-1", ANNA, "20,00").strip() + ";";
    var header = CONTRACT_HEADER.strip() + ";Opmerking\n";
    var fits = line + "x".repeat(1_000 - line.length());

    assertThat(client.postContracts(NUMBER, header + fits + "x\n").expect(400).mistakes())
        .containsExactly("line 2 LINE_TOO_LONG");
    client.postContracts(NUMBER, header + fits + "\n").expect(201);
  }

  @Test
  void json_is_at_most_20_levels_deep() {
    for (var path : List.of("/v1/register-snapshots", "/v1/organisations")) {
      var sender = gateway.as(organisation, Role.HR, Role.ADMIN);
      var deep = "{\"name\":" + "[".repeat(20) + "]".repeat(20) + "}";
      var less = "{\"name\":" + "[".repeat(19) + "]".repeat(19) + "}";

      assertThat(sender.post(path, "application/json", deep).expect(400).mistakes())
          .hasSize(1)
          .allMatch(mistake -> mistake.endsWith(" JSON_TOO_DEEP"));
      assertThat(sender.post(path, "application/json", less).expect(400).mistakes())
          .noneMatch(mistake -> mistake.endsWith(" JSON_TOO_DEEP"));
    }
  }

  @Test
  void files_of_another_type_are_415_whatever_they_hold() throws IOException {
    var file = SampleFiles.wageReturn(1).getBytes(UTF_8);
    for (var type : List.of("application/gzip", "text/csv", "application/json", "xml")) {
      client.post("/v1/wage-returns", type, file).expect(415);
    }
    client
        .post("/v1/wage-returns", "application/xml", zipped(file), "Content-Encoding", "gzip")
        .expect(415);
    client
        .post(
            "/v1/contract-files?delivery=full",
            "text/plain",
            CONTRACTS,
            "Loonheffingennummer",
            NUMBER)
        .expect(415);

    assertThat(everythingStored()).isEmpty();
  }

  @Test
  void a_compressed_wage_return_that_says_it_is_xml_is_refused() throws IOException {
    var zipped = zipped(SampleFiles.wageReturn(1).getBytes(UTF_8));

    client.post("/v1/wage-returns", "application/xml", zipped).expect(400);

    assertThat(everythingStored()).containsExactly("intake.upload 1");
  }

  @Test
  void parameters_of_xml_and_csv_types_do_not_matter() {
    client
        .post("/v1/wage-returns", "Text/XML; charset=UTF-8", SampleFiles.wageReturn(1))
        .expect(201);
  }

  @Test
  void more_than_200_mebibytes_is_413_before_it_is_sent_and_leaves_nothing() {
    var answer =
        RawExchange.send(
            gateway.base(),
            headers("/v1/wage-returns", "application/xml") + "Content-Length: 209715201\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413 ");
    assertThat(everythingStored()).isEmpty();
  }

  @Test
  void a_sender_that_hangs_up_half_way_leaves_nothing() throws InterruptedException {
    var file = new StringBuilder(CONTRACT_HEADER);
    for (int i = 0; i < 20_000; i++) {
      file.append(contract("E-" + i, ANNA, "20,00"));
    }

    RawExchange.abandon(
        gateway.base(),
        headers("/v1/contract-files?delivery=full", "text/csv")
            + "Loonheffingennummer: %s\r\nContent-Length: 100000000\r\n\r\n%s"
                .formatted(NUMBER, file));

    var until = Instant.now().plus(SETTLED_WITHIN);
    while (!requestEnded() && Instant.now().isBefore(until)) {
      Thread.sleep(20);
    }
    assertThat(requestEnded()).isTrue();
    assertThat(everythingStored()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_same_file_sent_many_times_at_once_takes_effect_once(Kind kind)
      throws ExecutionException, InterruptedException {
    var pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Callable<Answer> send = () -> kind.send(client, true);
      var answers = new ArrayList<String>();
      for (var sent : pool.invokeAll(Stream.generate(() -> send).limit(AT_ONCE).toList())) {
        answers.add(sent.get().expect(201).json().getString("id"));
      }

      assertThat(Set.copyOf(answers)).hasSize(1);
      assertThat(uploads()).containsExactly(answers.get(0));
      assertThat(everythingStored()).filteredOn(table -> table.contains("staged")).isEmpty();
    } finally {
      pool.shutdown();
    }
  }

  private String headers(String target, String type) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
        .formatted(target, gateway.token(Set.of(organisation), Role.HR, Role.PAYROLL), type);
  }

  /** A request of which the sender has gone is counted when nothing of it runs any more. */
  private boolean requestEnded() {
    return gateway
            .managementPage("/metrics")
            .text()
            .lines()
            .anyMatch(
                line -> line.contains("operation=\"addContractFile\"") && line.contains("4xx"))
        && uploads().isEmpty();
  }

  private static byte[] zipped(byte[] file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(file);
    }
    return bytes.toByteArray();
  }

  private List<String> uploads() {
    return gateway
        .database()
        .texts(
            "select upload_id::text from intake.upload where tenant_id = '%s'"
                .formatted(organisation));
  }

  /** Every table that holds something of the organisation, but for what it is itself. */
  private List<String> everythingStored() {
    return gateway
        .database()
        .texts(
            "select table_name || ' ' || count from (%s) counted where count > 0 order by 1"
                .formatted(Optional.of(tables()).get()));
  }

  private String tables() {
    var counted =
        gateway
            .database()
            .texts(
                """
                select format('select ''%s.%s'' as table_name, count(*) from %1$I.%2$I where tenant_id = ',
                              table_schema, table_name)
                  from information_schema.columns join information_schema.tables using (table_schema, table_name)
                 where column_name = 'tenant_id' and table_type = 'BASE TABLE' and table_schema <> 'party'
                """);
    return String.join(
        " union all ", counted.stream().map(it -> it + "'" + organisation + "'").toList());
  }
}
