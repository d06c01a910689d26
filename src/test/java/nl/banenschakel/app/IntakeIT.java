package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.LIST;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static nl.banenschakel.app.SampleFiles.contract;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
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
  private static final String WITHOUT_ANNA =
      CONTRACT_HEADER + contract("E-2", SampleFiles.BAS, "24,00");

  private static TestGateway gateway;
  private static StoredRows stored;

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
    var all = Integer.toString(AT_ONCE);
    gateway =
        TestGateway.start(Map.of("jobs.concurrencyMax", "0", "intake.placesPerOrganisation", all));
    stored = new StoredRows(gateway.database());
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
  void a_refused_file_leaves_nothing_but_its_mistakes_and_its_sealed_rows(Kind kind) {
    var answer = kind.send(client, false).expect(400);

    assertThat(answer.mistakes()).hasSize(1).first().asString().endsWith(" BSN_ELFPROEF");
    assertThat(everythingStored())
        .containsExactlyInAnyOrderElementsOf(
            kind == Kind.WAGE_RETURNS
                ? List.of("intake.upload 1")
                : List.of("intake.upload 1", "intake.kept_file 1"));
    var upload = client.get("/v1/uploads/" + uploads().get(0)).expect(200).json();
    assertThat(upload.getString("state")).isEqualTo("REFUSED");
    assertThat(answer.json().getString("upload")).endsWith(upload.getString("id"));
    var kept = upload.getJsonArray("mistakes").getJsonObject(0);
    var told = answer.json().getJsonArray("errors").getJsonObject(0);
    assertThat(List.of("at", "code", "detail"))
        .allSatisfy(name -> assertThat(kept.getString(name)).isEqualTo(told.getString(name)));
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

  private List<String> uploads() {
    return stored.uploads(organisation);
  }

  private List<String> everythingStored() {
    return stored.everything(organisation);
  }
}
