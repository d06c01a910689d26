package nl.banenschakel.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.platform.stream.Decoder;

/**
 * Feeds something with files that were sound once, until the time is over. The seed of each is told
 * when it fails; from the same seed comes the same file.
 *
 * @param name what is fed
 * @param seeds sound files
 * @param words what such files are made of, put where it does not belong
 * @param wrap makes the file of what was changed, such as a ZIP of XML
 * @param target takes a file, in pieces of sizes that the random tells; throws when it breaks
 */
public record Fuzz(
    String name,
    List<byte[]> seeds,
    List<String> words,
    UnaryOperator<byte[]> wrap,
    BiConsumer<byte[], Random> target) {
  /** What tables as text are made of. */
  public static final List<String> TEXT =
      List.of(
          ";",
          "\"",
          "\r\n",
          "\r",
          "\t",
          "sep=,\r\n",
          "\uFEFF",
          "\u00A0",
          "999990019",
          "1E9",
          "Grondslag",
          "#N/A",
          "99999999999999999999",
          "31-02-2024",
          "PK\3\4",
          "\0",
          "\u00e9");

  /** What JSON is made of. */
  public static final List<String> JSON =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "null",
          "true",
          "1e999",
          "0e-2000000000",
          "-0.0",
          "\\u0000",
          "\\ud800",
          "\"bsn\":",
          "999990019",
          "\u00e9",
          "\0");

  private static final long CPU_NANOS_MAX = Duration.ofSeconds(1).toNanos();
  private static final int CHANGES_MAX = 8;
  private static final int BYTES_MAX = 200_000;
  private static final int REPEATS_MAX = 2_000;

  /** A file as it is. */
  public static Fuzz of(
      String name, List<String> seeds, List<String> words, BiConsumer<byte[], Random> target) {
    return new Fuzz(
        name,
        seeds.stream().map(seed -> seed.getBytes(UTF_8)).toList(),
        words,
        UnaryOperator.identity(),
        target);
  }

  /** Pieces of 1 byte up to the whole. */
  public static List<byte[]> pieces(byte[] file, Random random) {
    var pieces = new ArrayList<byte[]>();
    for (int at = 0; at < file.length; ) {
      int end = Math.min(file.length, at + 1 + random.nextInt(1 + random.nextInt(file.length)));
      pieces.add(Arrays.copyOfRange(file, at, end));
      at = end;
    }
    return pieces;
  }

  /** Decodes a file in such pieces, to its end. */
  public static void read(Decoder<?> decoder, byte[] file, Random random) {
    var read = new ArrayList<Object>();
    for (var piece : pieces(file, random)) {
      read.addAll(decoder.feed(piece));
    }
    do {
      read.addAll(decoder.end());
    } while (decoder.hasMore());
    if (read.contains(null)) {
      throw new IllegalStateException("A batch is null");
    }
    requireNoBsn(decoder.mistakes().kept().toString());
  }

  /** What is told of a file holds none. */
  public static void requireNoBsn(String told) {
    if (Bsn.occursBesideIds(told)) {
      throw new IllegalStateException("A BSN is told");
    }
  }

  /**
   * Goes on for so long.
   *
   * @return how many files it took
   * @throws AssertionError with the seed of a file that crashed it, or held it up for over a second
   *     of the thread's own time
   */
  public int run(Duration time, long firstSeed) {
    var threads = ManagementFactory.getThreadMXBean();
    long until = System.nanoTime() + time.toNanos();
    int files = 0;
    for (long seed = firstSeed; System.nanoTime() < until; seed++) {
      var random = new Random(seed);
      var file = wrap.apply(changed(random));
      long begun = threads.getCurrentThreadCpuTime();
      try {
        target.accept(file, random);
      } catch (Throwable crash) {
        throw new AssertionError(name + " breaks on seed " + seed, crash);
      }
      long took = threads.getCurrentThreadCpuTime() - begun;
      if (took > CPU_NANOS_MAX) {
        throw new AssertionError(name + " took " + Duration.ofNanos(took) + " on seed " + seed);
      }
      files++;
    }
    return files;
  }

  private byte[] changed(Random random) {
    var file = seeds.get(random.nextInt(seeds.size()));
    for (int changes = random.nextInt(CHANGES_MAX); changes >= 0; changes--) {
      file = change(file, random);
    }
    return file.length > BYTES_MAX ? Arrays.copyOf(file, BYTES_MAX) : file;
  }

  private byte[] change(byte[] file, Random random) {
    int from = random.nextInt(file.length + 1);
    int to = Math.min(file.length, from + random.nextInt(40));
    return switch (random.nextInt(7)) {
      case 0 -> flipped(file, random);
      case 1 -> replaced(file, from, to, new byte[0]);
      case 2 -> replaced(file, from, from, Arrays.copyOfRange(file, from, to));
      case 3 -> replaced(file, from, to, word(random));
      case 4 -> replaced(file, from, from, word(random));
      case 5 -> Arrays.copyOf(file, from);
      default -> replaced(file, from, from, repeated(Arrays.copyOfRange(file, from, to), random));
    };
  }

  private byte[] word(Random random) {
    return words.get(random.nextInt(words.size())).getBytes(UTF_8);
  }

  private static byte[] flipped(byte[] file, Random random) {
    var flipped = file.clone();
    for (int i = random.nextInt(4); i >= 0 && flipped.length > 0; i--) {
      flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }

  private static byte[] repeated(byte[] piece, Random random) {
    int times = random.nextInt(REPEATS_MAX);
    var all = new byte[piece.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(piece, 0, all, i * piece.length, piece.length);
    }
    return all;
  }

  private static byte[] replaced(byte[] file, int from, int to, byte[] by) {
    var replaced = new byte[file.length - (to - from) + by.length];
    System.arraycopy(file, 0, replaced, 0, from);
    System.arraycopy(by, 0, replaced, from, by.length);
    System.arraycopy(file, to, replaced, from + by.length, file.length - to);
    return replaced;
  }
}
