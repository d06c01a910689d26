package nl.banenschakel.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
  private static final UUID REQUEST = UUID.fromString("5e1c9f7a-3b52-4a26-9e7d-0d9e6b0f2c11");
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";
  private static final String OWN = REQUEST.toString().replace("-", "");

  @ParameterizedTest
  @CsvSource({
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 01",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00, 00",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03, 01",
    "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-comes-later, 01",
    "' 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 ', 01"
  })
  void a_trace_goes_on_under_a_span_of_our_own(String sent, String flags) {
    var trace = TraceParent.of(List.of(sent), REQUEST);

    assertThat(trace.trace()).isEqualTo(TRACE);
    assertThat(trace.text())
        .matches("00-" + TRACE + "-[0-9a-f]{16}-" + flags)
        .doesNotContain(SPAN)
        .doesNotContain("later");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "00",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\noperation=forged",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01,00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        // A number of somebody, with zeros before it.
        "00-00000000000000000000000999990019-00f067aa0ba902b7-01"
      })
  void what_is_no_trace_is_not_kept_and_another_begins(String sent) {
    var trace = TraceParent.of(List.of(sent), REQUEST);

    assertThat(trace.text()).matches("00-" + OWN + "-[0-9a-f]{16}-00");
  }

  @Test
  void without_a_header_or_with_two_another_begins() {
    var sent = "00-" + TRACE + "-" + SPAN + "-01";

    assertThat(TraceParent.of(List.of(), REQUEST).trace()).isEqualTo(OWN);
    assertThat(TraceParent.of(List.of(sent, sent), REQUEST).trace()).isEqualTo(OWN);
  }
}
