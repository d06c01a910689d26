package nl.banenschakel.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Posts a file over HTTP at the least cost: the kernel copies its bytes to the connection. What is
 * measured is the gateway, and the sender is on the same cores.
 */
final class FileSender {
  private static final String HEAD_END = "\r\n\r\n";

  private FileSender() {}

  /** What was answered. */
  record Answer(int status, String body) {}

  /** Sends to this machine, and waits for the answer. */
  static Answer post(int port, String path, Map<String, String> headers, Path file)
      throws IOException {
    try (var connection =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        var bytes = FileChannel.open(file)) {
      var head = new StringBuilder("POST %s HTTP/1.1\r\nHost: localhost\r\n".formatted(path));
      headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
      head.append("Connection: close\r\nContent-Length: ").append(bytes.size()).append(HEAD_END);
      for (var left = ascii(head.toString()); left.hasRemaining(); ) {
        connection.write(left);
      }
      for (long sent = 0; sent < bytes.size(); ) {
        sent += bytes.transferTo(sent, bytes.size() - sent, connection);
      }
      return answer(
          new String(Channels.newInputStream(connection).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Answer answer(String text) {
    int bodyFrom = text.indexOf(HEAD_END) + HEAD_END.length();
    return new Answer(Integer.parseInt(text.split(" ", 3)[1]), text.substring(bodyFrom));
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
