package nl.banenschakel.statement.setu;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A time card is given back as it was sent, and corrected by what is sent. */
class TimecardKeptTest {
  private static final String BSN = "999990019";

  @Test
  void json_and_xml_say_the_same_and_turn_into_each_other() {
    var fromJson = Timecard.json(Buffer.buffer(Setu.json()));
    var fromXml = Timecard.xml(Buffer.buffer(Setu.xml()));

    assertThat(new JsonObject(fromXml.json())).isEqualTo(new JsonObject(Setu.json()));
    assertThat(fromXml.xml()).isEqualTo(fromJson.xml());
    assertThat(Oracle.ofSetu2().verdict(fromJson.xml().toString())).isEmpty();
    assertThat(new JsonObject(Timecard.xml(fromJson.xml()).json()))
        .isEqualTo(new JsonObject(Setu.json()));
  }

  @Test
  void what_was_sent_is_given_back_member_for_member() {
    var kept = Timecard.kept(Timecard.json(Buffer.buffer(Setu.json())).json());

    assertThat(new JsonObject(kept.json())).isEqualTo(new JsonObject(Setu.json()));
  }

  @Test
  void a_tax_number_that_may_be_a_bsn_is_taken_and_not_kept() {
    var message =
        Setu.json().replace("5ef6f7 65664", "NL" + BSN + "B01").replace("a810b6 dbd00", BSN);

    var kept = Timecard.json(Buffer.buffer(message)).json().toString();

    assertThat(kept).doesNotContain(BSN).contains("f5f5d5 cae1c");
    assertThat(Setu.violations(Setu::ofJson, kept)).isEmpty();
  }

  @Test
  void a_wage_dispensation_is_neither_stated_nor_kept() {
    var message = Setu.json().replace("HT100", "Regular wage dispensation");

    var card = Timecard.json(Buffer.buffer(message));

    assertThat(card.stated(false).draft().lines().get(0).hourType()).isEqualTo("Regular");
    assertThat(card.json().toString()).doesNotContain("dispensation");
    assertThat(card.xml().toString()).doesNotContain("dispensation");
  }

  @Test
  void what_a_later_one_leaves_out_stays_and_a_list_it_gives_takes_the_place_of_the_earlier() {
    var earlier = Timecard.json(Buffer.buffer(Setu.json()));
    var later =
        Setu.edited(
            card -> {
              card.remove("supplier");
              card.remove("project");
              card.put("department", new JsonObject().put("code", "D2"));
              card.getJsonArray("timeInterval").getJsonObject(0).remove("homeOfficeIndicator");
            });

    var both = Timecard.json(Buffer.buffer(later)).over(earlier);

    var json = new JsonObject(both.json());
    assertThat(json.getJsonObject("supplier"))
        .isEqualTo(new JsonObject(Setu.json()).getJsonObject("supplier"));
    assertThat(json.getJsonObject("project").getString("name")).isEqualTo("The Example Project");
    assertThat(json.getJsonObject("department"))
        .isEqualTo(new JsonObject().put("name", "The Example Department").put("code", "D2"));
    assertThat(json.getJsonArray("timeInterval").getJsonObject(0).fieldNames())
        .doesNotContain("homeOfficeIndicator");
    assertThat(both.stated(true).draft().corrects()).isTrue();
  }
}
