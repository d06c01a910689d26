package nl.banenschakel.platform.intake.mistake;

import io.vertx.core.buffer.Buffer;
import java.io.OutputStream;

/** What is written ends up in a buffer, without a copy of it all at the end. */
final class BufferStream extends OutputStream {
  private final Buffer buffer = Buffer.buffer();

  @Override
  public void write(int one) {
    buffer.appendByte((byte) one);
  }

  @Override
  public void write(byte[] from, int start, int length) {
    buffer.appendBytes(from, start, length);
  }

  Buffer buffer() {
    return buffer;
  }
}
