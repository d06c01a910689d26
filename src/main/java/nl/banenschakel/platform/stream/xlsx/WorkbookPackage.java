package nl.banenschakel.platform.stream.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.stream.table.FileSignature;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The ZIP of a workbook. Every entry is unpacked once, by the bytes that it really gives and not by
 * what its headers say, and the parts that matter go through {@link PartVetting}. What is read
 * afterwards is a new package of only these parts: nothing else can be reached, and headers that
 * lie are gone.
 */
final class WorkbookPackage {
  /** Entries of the ZIP. */
  static final int ENTRIES_MAX = 1_000;

  /** Bytes of all entries together, unpacked. */
  static final long UNPACKED_BYTES_MAX = 500L * 1024 * 1024;

  /** How many times its packed size an entry may be, and all of them together. */
  static final int RATIO_MAX = 100;

  /** So much is never too much: a short text of one letter packs better than any ratio. */
  private static final long RATIO_FROM_BYTES = 1024 * 1024;

  /** As the XML feed takes them without a copy. */
  private static final int PIECE_BYTES = 64 * 1024;

  /** Parts that the reader may open: workbook, strings, styles, sheets, and what ties them. */
  private static final Pattern READ =
      Pattern.compile(
          "\\[content_types]\\.xml|xl/[^/]+\\.xml|xl/_rels/[^/]+\\.rels|xl/worksheets/[^/]+\\.xml");

  private static final byte[] CENTRAL_HEADER = {'P', 'K', 1, 2};
  private static final Set<Integer> ARCHIVES =
      Set.of(0x504B0304, 0x52617221, 0x377ABCAF, 0x1F8B0800, 0xFD377A58);

  private final byte[] file;
  private final PartVetting.Totals vetted = new PartVetting.Totals();
  private long unpacked;

  private WorkbookPackage(byte[] file) {
    this.file = file;
  }

  /**
   * The package without anything but the parts that are read.
   *
   * @throws Malformed when it is no package, or breaks a limit
   */
  static byte[] vetted(byte[] file) {
    if (count(file, CENTRAL_HEADER) > ENTRIES_MAX) {
      throw tooBig("more than %,d entries".formatted(ENTRIES_MAX));
    }
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      return new WorkbookPackage(file).vetted(zip);
    } catch (IOException | RuntimeException broken) {
      throw broken instanceof Malformed malformed ? malformed : broken();
    }
  }

  static Malformed broken() {
    return new Malformed(
        "XLSX_UNREADABLE",
        "This is no whole workbook: it was cut off or changed after it was saved. Save it again as XLSX.");
  }

  static Malformed tooBig(String what) {
    return new Malformed(
        "XLSX_TOO_BIG",
        "This workbook holds %s: keep only the sheet with the table, or save that as CSV."
            .formatted(what));
  }

  private byte[] vetted(ZipFile zip) throws IOException {
    requireApart(zip);
    for (var entry : Collections.list(zip.getEntries())) {
      requirePlain(entry);
      unpack(zip, entry);
    }
    vetted.requireKnownStrings();
    var kept = new ByteArrayOutputStream(file.length);
    try (var out = new ZipArchiveOutputStream(kept)) {
      zip.copyRawEntries(out, WorkbookPackage::isRead);
    }
    return kept.toByteArray();
  }

  /** Two entries that share bytes unpack to more than the file holds. */
  private static void requireApart(ZipFile zip) throws IOException {
    long end = 0;
    var names = new HashSet<String>();
    for (var entries = zip.getEntriesInPhysicalOrder(); entries.hasMoreElements(); ) {
      var entry = entries.nextElement();
      boolean isNew = names.add(entry.getName().toLowerCase(Locale.ROOT));
      if (!isNew || entry.getLocalHeaderOffset() < end || names.size() > ENTRIES_MAX) {
        throw broken();
      }
      // Opening it reads its local header, behind which its data begin.
      zip.getRawInputStream(entry).close();
      end = entry.getDataOffset() + entry.getCompressedSize();
    }
  }

  private static void requirePlain(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw FileSignature.encrypted();
    }
    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      throw broken();
    }
  }

  private void unpack(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    long bytesMax = allowed(entry.getCompressedSize());
    long bytes = 0;
    Optional<PartVetting> part =
        isRead(entry) ? Optional.of(new PartVetting(vetted)) : Optional.empty();
    try (var in = zip.getInputStream(entry)) {
      var buffer = new byte[PIECE_BYTES];
      for (int read = in.readNBytes(buffer, 0, PIECE_BYTES);
          read > 0;
          read = in.readNBytes(buffer, 0, PIECE_BYTES)) {
        if (bytes == 0) {
          requireNoArchive(buffer, read);
        }
        bytes += read;
        unpacked += read;
        if (bytes > bytesMax || unpacked > allowed(file.length)) {
          throw tooBig("more than %d times what it is packed in".formatted(RATIO_MAX));
        }
        if (unpacked > UNPACKED_BYTES_MAX) {
          throw tooBig("more than 500 MiB unpacked");
        }
        var piece = read == PIECE_BYTES ? buffer : Arrays.copyOf(buffer, read);
        part.ifPresent(vetting -> vetting.feed(piece));
      }
    }
    part.ifPresent(PartVetting::end);
    if (bytes != entry.getSize()) {
      throw broken();
    }
  }

  private static long allowed(long packed) {
    return Math.max(RATIO_FROM_BYTES, RATIO_MAX * packed);
  }

  private static void requireNoArchive(byte[] start, int length) {
    int first = 0;
    for (int i = 0; i < Integer.BYTES && i < length; i++) {
      first = (first << Byte.SIZE) | (start[i] & 0xFF);
    }
    if (ARCHIVES.contains(first)) {
      throw tooBig("another packed file");
    }
  }

  private static boolean isRead(ZipArchiveEntry entry) {
    return READ.matcher(entry.getName().toLowerCase(Locale.ROOT)).matches();
  }

  private static int count(byte[] bytes, byte[] signature) {
    int found = 0;
    for (int at = 0; at + signature.length <= bytes.length; at++) {
      if (bytes[at] == signature[0]
          && Arrays.equals(bytes, at, at + signature.length, signature, 0, signature.length)) {
        found++;
      }
    }
    return found;
  }
}
