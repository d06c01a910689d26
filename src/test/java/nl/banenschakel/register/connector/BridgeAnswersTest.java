package nl.banenschakel.register.connector;

import static nl.banenschakel.register.connector.BridgeWorld.NUMBER;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.UnaryOperator;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.register.connector.BridgeWorld.Adapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is not as the contract says is none: nothing of it comes in. */
class BridgeAnswersTest {
  private BridgeWorld it;

  @BeforeEach
  void start() {
    it = new BridgeWorld(Adapter.HTTP_WITH_CERTIFICATE);
    it.registered(BridgePages.PAGE + 500);
  }

  @AfterEach
  void stop() {
    it.close();
  }

  @Test
  void every_mistake_is_told_with_its_place_and_without_its_value() {
    it.server()
        .spoil(
            page ->
                page.put("bsns", new JsonArray().add("999990018").add("99999001").add("999990019"))
                    .put("peildatum", "2206-04-15")
                    .put("persons", -1));

    assertThat(failedList())
        .isEqualTo(
            "The answer is not as the contract says: 4 mistakes, the first: /peildatum PEILDATUM_AHEAD,"
                + " /persons NUMBER_RANGE, /bsns/0 BSN_ELFPROEF, /bsns/1 BSN_FORM.");
  }

  @Test
  void an_answer_of_a_day_to_come_is_refused_until_it_is_there() {
    var tomorrow = BridgeWorld.TODAY.plusDays(1);
    it.server().spoil(answer -> answer.put("peildatum", tomorrow.toString()));

    assertThat(failedList()).contains("/peildatum PEILDATUM_AHEAD");
    assertThat(
            failed(it.bridge.ask(NUMBER, Bsn.parse("999990019"), RegisterBridge.Purpose.EMPLOYEE)))
        .contains("/peildatum PEILDATUM_AHEAD");
    it.clock.turnTo(tomorrow);
    assertThat(await(it.bridge.list(NUMBER)).peildatum()).isEqualTo(tomorrow);
  }

  @ParameterizedTest
  @CsvSource({
    "in, 2026-03-01, 2025-12-31",
    "in, 2025-01-01, 2026-03-31",
    "in, 2026-05-01, 2026-06-30",
    "out, 2025-01-01, 2026-12-31",
  })
  void an_answer_that_contradicts_itself_is_refused(String answer, String from, String until) {
    it.server()
        .spoil(
            json ->
                json.put("answer", answer)
                    .put("peildatum", "2026-04-15")
                    .put("from", from)
                    .put("until", until));

    assertThat(
            failed(it.bridge.ask(NUMBER, Bsn.parse("999990019"), RegisterBridge.Purpose.EMPLOYEE)))
        .isEqualTo("Its period contradicts the rest of the answer.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grondslag", "Wajong", "name"})
  void a_member_that_is_not_in_the_contract_is_refused(String member) {
    it.server().spoil(json -> json.put(member, "WIA"));

    assertThat(failedList()).contains("/ MEMBER_UNKNOWN").doesNotContain("WIA", member);
    assertThat(
            failed(it.bridge.ask(NUMBER, Bsn.parse("999990019"), RegisterBridge.Purpose.EMPLOYEE)))
        .contains("/ MEMBER_UNKNOWN");
    assertThat(failed(it.bridge.updatedTo())).contains("/ MEMBER_UNKNOWN");
  }

  @Test
  void a_list_of_another_employer_is_refused() {
    assertRefused(
        page -> page.put("loonheffingennummer", "001000287L02"), "another loonheffingennummer");
  }

  @Test
  void pages_of_different_lists_are_refused() {
    assertRefused(
        page -> page.containsKey("next") ? page : page.put("peildatum", "2026-04-14"),
        "different lists");
  }

  @Test
  void a_list_with_fewer_or_more_people_than_it_says_is_refused() {
    assertRefused(page -> page.put("persons", 1_501), "fewer people");
    assertRefused(page -> page.put("persons", 1_499), "more people");
  }

  @Test
  void somebody_twice_on_a_list_is_refused() {
    assertRefused(
        page -> page.put("bsns", page.getJsonArray("bsns").copy().add(first(page))), "on it twice");
  }

  @Test
  void a_page_with_nobody_that_is_not_the_last_is_refused() {
    assertRefused(page -> page.put("bsns", new JsonArray()).put("next", "1"), "has nobody");
  }

  @Test
  void a_list_without_end_is_refused() {
    it.server()
        .spoil(
            page -> {
              page.put("bsns", new JsonArray().add(page.getJsonArray("bsns").getValue(0)));
              return page.put("next", "1");
            });

    assertThat(failedList()).contains("on it twice");
  }

  @Test
  void a_list_that_is_gone_half_way_is_begun_again() {
    it.server().forgetLists(1);

    assertThat(await(it.bridge.list(NUMBER)).people()).hasSize(BridgePages.PAGE + 500);
    assertThat(it.server().requests()).isEqualTo(4);
  }

  @Test
  void a_list_that_is_always_gone_half_way_is_given_up() {
    it.server().forgetLists(10);

    var failure = catchThrowableOfType(BridgeFailed.class, () -> await(it.bridge.list(NUMBER)));

    assertThat(failure.reason()).isEqualTo(BridgeFailed.Reason.BUSY);
    assertThat(it.server().requests()).isEqualTo(6);
  }

  private void assertRefused(UnaryOperator<JsonObject> change, String sentence) {
    it.server().spoil(change);

    assertThat(failedList()).contains(sentence);
  }

  private String failedList() {
    return failed(it.bridge.list(NUMBER));
  }

  private static String failed(Future<?> question) {
    var failure = catchThrowableOfType(BridgeFailed.class, () -> await(question));
    assertThat(failure.reason()).isEqualTo(BridgeFailed.Reason.UNREADABLE);
    return failure.detail();
  }

  private static Object first(JsonObject page) {
    return page.getJsonArray("bsns").getValue(0);
  }
}
