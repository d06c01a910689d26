package nl.banenschakel.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends what no HTTP client would: halves of requests, and promises that are not kept. */
public final class RawExchange {
  private static final int SILENCE_MAX_MS = 10_000;

  private RawExchange() {}

  /**
   * Sends bytes and reads the answer until the gateway ends the connection or has sent the body.
   */
  public static String send(URI base, String request) {
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(SILENCE_MAX_MS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return answer(socket);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A request that goes on for as long as its sender likes. */
  static final class Open implements AutoCloseable {
    private final Socket socket;

    Open(URI base) {
      try {
        socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(SILENCE_MAX_MS);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    void send(String more) {
      try {
        socket.getOutputStream().write(more.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    String answer() {
      try {
        return RawExchange.answer(socket);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /** Sends bytes and hangs up. */
  public static void abandon(URI base, String request) {
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String answer(Socket socket) throws IOException {
    var read = new ByteArrayOutputStream();
    var in = socket.getInputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      read.write(next);
      var text = read.toString(StandardCharsets.UTF_8);
      if (next == '}' && isWhole(text)) {
        return text;
      }
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  private static boolean isWhole(String text) {
    int body = text.indexOf("\r\n\r\n") + 4;
    return body > 4
        && text.lines()
            .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
            .map(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
            .anyMatch(
                length -> text.substring(body).getBytes(StandardCharsets.UTF_8).length == length);
  }
}
