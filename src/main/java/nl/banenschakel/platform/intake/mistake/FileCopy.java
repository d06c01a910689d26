package nl.banenschakel.platform.intake.mistake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import nl.banenschakel.platform.stream.table.TableFile;

/**
 * The bytes of a table as it comes in, packed, so that its rows can be given back beside their
 * mistakes. Larger files are not held: memory stays bounded, for one file and for all at once.
 */
public final class FileCopy implements AutoCloseable {
  /** Bytes of one file as it comes in. */
  static final long BYTES_MAX = 64L * 1024 * 1024;

  /** The same, packed: some 200,000 rows of contracts. */
  static final long PACKED_BYTES_MAX = 6L * 1024 * 1024;

  /** Packed bytes of all files that come in at the same moment in this process. */
  static final long ALL_BYTES_MAX = 16L * 1024 * 1024;

  private static final AtomicLong HELD = new AtomicLong();
  private static final int BLOCK_BYTES = 16 * 1024;

  private final Optional<TableFile> table;
  private final Blocks packed = new Blocks();
  private Optional<GZIPOutputStream> packer;
  private long read;
  private long held;
  private Lack lack;

  /** Why the rows of a refused file are not there. */
  public enum Lack {
    /** They are. */
    NONE,
    /** It has none: XML, JSON, or a file whose mistakes are told once. */
    NO_TABLE,
    /** It, or all of them together, were too large. */
    TOO_LARGE,
    /** It tells why people are registered, which may not be kept. */
    GROUND,
    /** It holds a BSN where there may be none. */
    BSN,
    /** They were kept long enough. */
    REMOVED
  }

  private FileCopy(Optional<TableFile> table, Lack lack) {
    this.table = table;
    this.lack = lack;
    this.packer = lack == Lack.NONE ? Optional.of(packer(packed)) : Optional.empty();
  }

  /** A table in one piece, packed. */
  static final class Packed {
    private final TableFile table;
    private final byte[] bytes;

    Packed(TableFile table, byte[] bytes) {
      this.table = table;
      this.bytes = bytes;
    }

    TableFile table() {
      return table;
    }

    /** Its own bytes, which nobody changes: a copy would be megabytes. */
    byte[] bytes() {
      return bytes;
    }
  }

  /**
   * The copy of a file, as far as is known before its bytes.
   *
   * @param table in what form its rows are, where it has any
   * @param bytes how many there will be, if that is known: of too many none is copied
   */
  public static FileCopy of(Optional<TableFile> table, Optional<Long> bytes) {
    if (table.isEmpty()) {
      return none();
    }
    boolean fits = bytes.filter(all -> all > BYTES_MAX).isEmpty();
    return new FileCopy(table, fits ? Lack.NONE : Lack.TOO_LARGE);
  }

  /** Of a file whose rows nobody will ask for. */
  public static FileCopy none() {
    return new FileCopy(Optional.empty(), Lack.NO_TABLE);
  }

  /** Takes the next bytes, unless they are too many. */
  public synchronized void add(byte[] piece) {
    if (packer.isEmpty()) {
      return;
    }
    read += piece.length;
    try {
      packer.get().write(piece);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    long all = HELD.addAndGet(packed.size() - held);
    held = packed.size();
    if (read > BYTES_MAX || held > PACKED_BYTES_MAX || all > ALL_BYTES_MAX) {
      drop(Lack.TOO_LARGE);
    }
  }

  /** Gives what is there back before its end: it may not be kept. */
  synchronized void drop(Lack why) {
    lack = lack == Lack.NONE ? why : lack;
    close();
  }

  /** Why there is none. */
  synchronized Lack lack() {
    return lack;
  }

  /** The whole file, once its end was added; empty where there is no copy. */
  synchronized Optional<Packed> finish() {
    return packer.map(
        open -> {
          try {
            open.finish();
          } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
          }
          return new Packed(table.orElseThrow(), packed.joined());
        });
  }

  /** Gives its memory back. */
  @Override
  public synchronized void close() {
    packer.ifPresent(FileCopy::end);
    packer = Optional.empty();
    packed.clear();
    HELD.addAndGet(-held);
    held = 0;
  }

  /** What packs has memory outside the heap. */
  private static void end(GZIPOutputStream packer) {
    try {
      packer.close();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static GZIPOutputStream packer(OutputStream to) {
    try {
      return new GZIPOutputStream(to, BLOCK_BYTES);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** Bytes that are never copied to grow, as those of {@link ByteArrayOutputStream} are. */
  private static final class Blocks extends OutputStream {
    private final List<byte[]> blocks = new ArrayList<>();
    private long size;

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int length) {
      blocks.add(Arrays.copyOfRange(from, start, start + length));
      size += length;
    }

    long size() {
      return size;
    }

    byte[] joined() {
      var all = new ByteArrayOutputStream((int) size);
      blocks.forEach(all::writeBytes);
      return all.toByteArray();
    }

    void clear() {
      blocks.clear();
      size = 0;
    }
  }
}
