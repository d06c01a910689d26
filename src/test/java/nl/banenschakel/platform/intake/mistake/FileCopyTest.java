package nl.banenschakel.platform.intake.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.banenschakel.platform.stream.table.TableFile;
import org.junit.jupiter.api.Test;

/** The copy of a file that comes in, and its bounds. */
class FileCopyTest {
  private static final int MEBIBYTE = 1024 * 1024;

  private static final Optional<TableFile> TABLE = Optional.of(TableFile.CSV);

  @Test
  void a_table_is_given_back_whole() throws IOException {
    var bytes = random(2);
    try (var copy = FileCopy.of(TABLE, Optional.empty())) {
      copy.add(bytes);
      copy.add(bytes);

      var packed = copy.finish().orElseThrow();

      var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes();
      assertThat(packed.table()).isEqualTo(TableFile.CSV);
      assertThat(unpacked).hasSize(2 * bytes.length).startsWith(bytes).endsWith(bytes);
    }
  }

  @Test
  void of_what_is_no_table_and_of_what_is_announced_too_large_there_is_none() {
    try (var xml = FileCopy.of(Optional.empty(), Optional.empty());
        var large = FileCopy.of(TABLE, Optional.of(FileCopy.BYTES_MAX + 1))) {
      xml.add(random(1));
      large.add(random(1));

      assertThat(xml.finish()).isEmpty();
      assertThat(xml.lack()).isEqualTo(FileCopy.Lack.NO_TABLE);
      assertThat(large.finish()).isEmpty();
      assertThat(large.lack()).isEqualTo(FileCopy.Lack.TOO_LARGE);
    }
  }

  @Test
  void one_that_grows_too_large_is_dropped_on_the_way_packed_or_not() {
    try (var zeros = FileCopy.of(TABLE, Optional.empty());
        var noise = FileCopy.of(TABLE, Optional.empty())) {
      for (int i = 0; i <= FileCopy.BYTES_MAX / MEBIBYTE; i++) {
        zeros.add(new byte[MEBIBYTE]);
      }
      noise.add(random((int) (FileCopy.PACKED_BYTES_MAX / MEBIBYTE) + 1));

      assertThat(List.of(zeros.lack(), noise.lack())).containsOnly(FileCopy.Lack.TOO_LARGE);
      assertThat(zeros.finish()).isEmpty();
    }
  }

  @Test
  void all_together_are_bounded_and_give_their_room_back() {
    var copies = Stream.generate(() -> FileCopy.of(TABLE, Optional.empty())).limit(6).toList();
    var bytes = random(3);
    copies.forEach(copy -> copy.add(bytes));

    assertThat(copies.subList(0, 5)).allMatch(copy -> copy.lack() == FileCopy.Lack.NONE);
    assertThat(copies.get(5).lack()).isEqualTo(FileCopy.Lack.TOO_LARGE);
    copies.forEach(FileCopy::close);
    try (var later = FileCopy.of(TABLE, Optional.empty())) {
      later.add(bytes);
      assertThat(later.lack()).isEqualTo(FileCopy.Lack.NONE);
    }
  }

  private static byte[] random(int mebibytes) {
    var bytes = new byte[mebibytes * MEBIBYTE];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
