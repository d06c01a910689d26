package nl.banenschakel.platform.intake.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a mistake is, as numbers. */
class PlaceTest {

  @ParameterizedTest
  @CsvSource({
    "line 13 column 4, 13, 4",
    "line 13, 13,",
    "sheet 1 row 13 column D, 13, 4",
    "sheet 1 row 13 column AB, 13, 28",
    "/items/3/bsn, ,",
    "AdministratieveEenheid/LhNr, ,",
    "header Loonheffingennummer, ,",
    "'', ,"
  })
  void only_a_place_in_a_table_has_a_line_and_maybe_a_column(
      String at, Integer line, Integer column) {
    assertThat(Place.of(at))
        .isEqualTo(new Place(Optional.ofNullable(line), Optional.ofNullable(column)));
  }
}
