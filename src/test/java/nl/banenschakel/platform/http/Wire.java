package nl.banenschakel.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * HTTP byte by byte: what a client library would put right must arrive as wrong as it was meant.
 */
final class Wire {
  private static final int TIMEOUT_MS = 20_000;

  private Wire() {}

  /** What is written after the head. */
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  /** An answer, its header names in lower case. */
  record Answer(int status, List<String> headers, String body) {

    /** The value of a header that is there once. */
    String header(String name) {
      var start = name.toLowerCase(Locale.ROOT) + ": ";
      var found = headers.stream().filter(line -> line.startsWith(start)).toList();
      return found.size() == 1 ? found.get(0).substring(start.length()) : found.size() + " times";
    }

    JsonObject json() {
      return new JsonObject(body);
    }

    /** Codes of the mistakes with their places. */
    List<String> errors() {
      return json().getJsonArray("errors").stream()
          .map(JsonObject.class::cast)
          .map(error -> error.getString("at") + " " + error.getString("code"))
          .toList();
    }
  }

  /** Sends a request that asks to close the connection afterwards, and reads until it is closed. */
  static Answer send(int port, String line, List<String> headers, Body body) {
    var all = new ArrayList<>(List.of("Host: localhost", "Connection: close"));
    all.addAll(headers);
    return raw(port, line + " HTTP/1.1\r\n" + String.join("\r\n", all) + "\r\n\r\n", body);
  }

  static Answer send(int port, String line, List<String> headers, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    var all = new ArrayList<>(headers);
    if (!body.isEmpty()) {
      all.add("Content-Length: " + bytes.length);
    }
    return send(port, line, all, out -> out.write(bytes));
  }

  static Answer raw(int port, String head, Body body) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MS);
      var out = socket.getOutputStream();
      out.write(head.getBytes(ISO_8859_1));
      body.write(out);
      out.flush();
      return parse(new String(socket.getInputStream().readAllBytes(), UTF_8));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static Answer parse(String text) {
    int end = text.indexOf("\r\n\r\n");
    var head = List.of(text.substring(0, end).split("\r\n"));
    var headers = new ArrayList<String>();
    for (var line : head.subList(1, head.size())) {
      int colon = line.indexOf(':');
      headers.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
    }
    int status = Integer.parseInt(head.get(0).substring(9, 12));
    var rest = text.substring(end + 4);
    return status == 100 ? parse(rest) : new Answer(status, headers, rest);
  }

  /** A chunked body of so many pieces of 64 KiB. */
  static Body chunks(int pieces, char filling) {
    byte[] piece = String.valueOf(filling).repeat(65_536).getBytes(UTF_8);
    return out -> {
      for (int i = 0; i < pieces; i++) {
        out.write("10000\r\n".getBytes(UTF_8));
        out.write(piece);
        out.write("\r\n".getBytes(UTF_8));
      }
      out.write("0\r\n\r\n".getBytes(UTF_8));
    };
  }
}
