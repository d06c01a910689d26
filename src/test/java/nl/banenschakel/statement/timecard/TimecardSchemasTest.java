package nl.banenschakel.statement.timecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.Optional;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.statement.setu.Setu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The standard's schemas, where an operator has them. */
class TimecardSchemasTest {
  @TempDir Path empty;

  @Test
  void the_published_messages_keep_to_them() {
    var schemas = published();

    schemas.requireEarlier(Buffer.buffer(Setu.earlier()));
    schemas.require(Buffer.buffer(Setu.xml()));
  }

  @Test
  void every_place_that_breaks_one_is_told_without_its_value() {
    var wrong = Setu.earlier().replace("<Duration>", "<Length>999990019</Length><Duration>");

    var refused =
        catchThrowableOfType(
            Failure.Invalid.class, () -> published().requireEarlier(Buffer.buffer(wrong)));

    assertThat(refused.violations()).isNotEmpty();
    assertThat(refused.violations().stream().map(Violation::code)).containsOnly("SCHEMA_BROKEN");
    assertThat(refused.violations().get(0).at()).matches("line \\d+ column \\d+");
    assertThat(refused.violations().toString()).doesNotContain("999990019", "Length");
  }

  @Test
  void nothing_outside_a_message_is_read() {
    var attack =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + Setu.earlier().substring(Setu.earlier().indexOf("<TimeCard"));

    assertThatThrownBy(
            () -> published().requireEarlier(Buffer.buffer(attack.replace("Piet van", "&e;"))))
        .isInstanceOf(Failure.Invalid.class);
  }

  @Test
  void a_folder_that_lacks_one_stops_the_start_and_no_folder_asks_nothing() {
    assertThatThrownBy(() -> TimecardSchemas.load(Optional.of(empty)))
        .isInstanceOf(StartRefused.class);
    TimecardSchemas.load(Optional.empty()).requireEarlier(Buffer.buffer("<x/>"));
  }

  private static TimecardSchemas published() {
    var unused = Setu.earlier(); // Skips the test where the standards are not beside the project.
    return TimecardSchemas.load(Optional.of(Path.of("../shared/standards/setu")));
  }
}
