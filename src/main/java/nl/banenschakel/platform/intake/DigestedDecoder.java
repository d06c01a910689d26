package nl.banenschakel.platform.intake;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.vault.KeyedDigest;

/** Takes the digest of the bytes on the worker thread that decodes them. */
final class DigestedDecoder<B> implements Decoder<B> {
  private final Decoder<B> decoder;
  private final KeyedDigest digest;
  private Optional<Buffer> finished = Optional.empty();

  DigestedDecoder(Decoder<B> decoder, KeyedDigest digest) {
    this.decoder = decoder;
    this.digest = digest;
  }

  @Override
  public List<B> feed(byte[] piece) {
    digest.update(piece);
    return decoder.feed(piece);
  }

  @Override
  public List<B> end() {
    return decoder.end();
  }

  @Override
  public boolean hasMore() {
    return decoder.hasMore();
  }

  @Override
  public Mistakes mistakes() {
    return decoder.mistakes();
  }

  /** Over the bytes and what was said beside them; the same each time it is asked for. */
  Buffer digest(Delivery delivery) {
    if (finished.isEmpty()) {
      digest.update(delivery.parameters().getBytes(StandardCharsets.UTF_8));
      finished = Optional.of(Buffer.buffer(digest.finish()));
    }
    return finished.get();
  }
}
