package nl.banenschakel.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTest {

  @Test
  void a_statement_is_its_text_without_comments_and_semicolon() {
    var sql = Sql.load("sound/two");

    assertThat(sql.names()).containsExactly("first", "second");
    assertThat(sql.get("first")).isEqualTo("select $1::text\n as it");
    assertThat(sql.get("second")).isEqualTo("select 2");
  }

  @Test
  void an_unknown_name_is_refused_with_file_and_name() {
    var sql = Sql.load("sound/two");

    assertThatThrownBy(() -> sql.get("third"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("db/query/sound/two.sql has no statement third");
  }

  @ParameterizedTest
  @CsvSource({
    "duplicate, has two statements one",
    "empty, has an empty statement one",
    "preamble, has SQL before the first name",
    "odd, has the odd name 'One!'",
    "absent, is not on the class path"
  })
  void a_file_that_is_not_sound_is_refused_when_it_is_read(String file, String problem) {
    assertThatThrownBy(() -> Sql.load("broken/" + file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("db/query/broken/" + file + ".sql " + problem);
  }

  @Test
  void a_file_of_one_statement_needs_no_name() {
    assertThat(Sql.file("db/query/sound/one.sql")).isEqualTo("select 1");
  }
}
