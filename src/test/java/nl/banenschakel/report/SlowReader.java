package nl.banenschakel.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Somebody who asks, and reads no more of the answer than is said. */
final class SlowReader implements AutoCloseable {
  private static final int RECEIVED_BYTES = 16 * 1024;
  private static final int TIMEOUT_MS = 20_000;

  private final Socket socket = new Socket();

  private SlowReader() {}

  static SlowReader ask(URI base, String token, String target, String version) {
    var reader = new SlowReader();
    try {
      reader.socket.setReceiveBufferSize(RECEIVED_BYTES);
      reader.socket.setSoTimeout(TIMEOUT_MS);
      reader.socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
      var head =
          "GET %s %s\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n";
      reader
          .socket
          .getOutputStream()
          .write(head.formatted(target, version, token).getBytes(ISO_8859_1));
      return reader;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** So many bytes, and no more. */
  String read(int bytes) {
    try {
      return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** All that still comes, until the connection ends in whatever way. */
  String rest() {
    var text = new StringBuilder();
    try {
      byte[] bytes = new byte[64 * 1024];
      var in = socket.getInputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        text.append(new String(bytes, 0, read, ISO_8859_1));
      }
    } catch (IOException cut) {
      text.append("[cut]");
    }
    return text.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
