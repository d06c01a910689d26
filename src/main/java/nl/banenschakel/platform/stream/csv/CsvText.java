package nl.banenschakel.platform.stream.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one file to characters. With a byte order mark it is UTF-8 or UTF-16. Without, the first
 * character that is not ASCII decides for the whole file: its bytes are UTF-8, or else the file is
 * Windows-1252. Bytes that are no character become {@link #MALFORMED}.
 */
final class CsvText {
  /** Not a character in any text: Unicode keeps it for internal use. */
  static final char MALFORMED = '\uFFFF';

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Byte order marks. */
  private static final Map<Charset, byte[]> MARKS =
      Map.of(
          UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE},
          UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF});

  private byte[] carried = {};
  private boolean begun;
  private @Nullable CharsetDecoder decoder;

  /**
   * The characters that are whole with this piece; the bytes of an unfinished one wait. A byte
   * order mark is whole in the first.
   */
  CharBuffer decode(byte[] piece, boolean last) {
    var bytes = ByteBuffer.wrap(joined(carried, piece));
    var chars = CharBuffer.allocate(bytes.remaining());
    if (!begun) {
      begin(bytes);
    }
    decode(bytes, chars, last);
    carried = new byte[bytes.remaining()];
    bytes.get(carried);
    return chars.flip();
  }

  private void begin(ByteBuffer bytes) {
    for (var mark : MARKS.entrySet()) {
      var signs = mark.getValue();
      if (bytes.remaining() >= signs.length
          && bytes.slice(0, signs.length).equals(ByteBuffer.wrap(signs))) {
        bytes.position(signs.length);
        decoder = decoder(mark.getKey());
      }
    }
    begun = true;
  }

  private void decode(ByteBuffer bytes, CharBuffer chars, boolean last) {
    if (decoder == null) {
      copyAscii(bytes, chars);
      decoder = bytes.hasRemaining() ? decided(bytes, last) : null;
    }
    if (decoder != null) {
      decoder.decode(bytes, chars, last);
    }
  }

  private static void copyAscii(ByteBuffer bytes, CharBuffer chars) {
    while (bytes.hasRemaining() && bytes.get(bytes.position()) >= 0) {
      chars.put((char) bytes.get());
    }
  }

  /** Null when the bytes that decide are not all there yet. */
  private static @Nullable CharsetDecoder decided(ByteBuffer bytes, boolean last) {
    int length = sequenceLength(bytes.get(bytes.position()) & 0xFF);
    if (length > bytes.remaining() && !last) {
      return null;
    }
    boolean utf8 = length > 0 && length <= bytes.remaining() && isUtf8(bytes, length);
    return decoder(utf8 ? UTF_8 : WINDOWS_1252);
  }

  private static boolean isUtf8(ByteBuffer bytes, int length) {
    try {
      return UTF_8.newDecoder().decode(bytes.slice(bytes.position(), length)).hasRemaining();
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  /** Bytes of the UTF-8 character that begins with this one; 0 when none does. */
  private static int sequenceLength(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  }

  private static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith(String.valueOf(MALFORMED));
  }

  static byte[] joined(byte[] first, byte[] second) {
    if (first.length == 0) {
      return second;
    }
    var joined = new byte[first.length + second.length];
    System.arraycopy(first, 0, joined, 0, first.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
