package nl.banenschakel.app;

import static nl.banenschakel.app.FetchWorld.FETCH;
import static nl.banenschakel.app.FetchWorld.TODAY;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import nl.banenschakel.register.connector.BridgeFailed;
import nl.banenschakel.register.connector.SimulatedRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A schedule that is set otherwise while the register is asked. */
class FetchPlanIT {
  private final FetchWorld it = new FetchWorld();

  @BeforeEach
  void the_register_is_being_asked() {
    it.mandate(TODAY.plusYears(1));
    it.shut();
    it.schedule("{}");
    until(() -> it.asked() == 1);
  }

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void the_next_fetch_follows_the_plan_that_holds_when_the_list_comes_in() {
    it.schedule("{\"every\":\"P1D\",\"startAt\":\"2090-04-15T12:00:00Z\"}");

    it.open();
    until(() -> it.schedule().getString("snapshot") != null);

    assertThat(it.schedule().getString("nextAt")).isEqualTo("2090-04-15T12:00:00Z");
    assertThat(it.waiting(FETCH)).isEqualTo(1);
  }

  @Test
  void one_that_was_set_to_rest_keeps_its_list_and_plans_nothing() {
    it.schedule("{\"active\":false}");

    it.open();
    until(() -> it.schedule().getString("snapshot") != null);

    assertThat(it.schedule().getString("nextAt")).isNull();
    assertThat(it.waiting(FETCH)).isZero();
  }

  @Test
  void one_that_was_set_to_rest_has_no_trouble() {
    it.schedule("{\"active\":false}");
    it.behave(SimulatedRegister.Manners.failing(BridgeFailed.Reason.MANDATE_MISSING));

    it.open();
    until(() -> it.waiting(FETCH) == 0);

    assertThat(it.schedule().getJsonObject("trouble")).isNull();
    assertThat(it.events("register-fetch-failing")).isEmpty();
  }
}
