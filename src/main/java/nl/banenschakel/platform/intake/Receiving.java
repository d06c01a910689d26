package nl.banenschakel.platform.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.mistake.FileCopy;
import nl.banenschakel.platform.stream.CountedBody;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.vault.KeyedDigest;

/** A delivery from its first byte until it took effect or not: all that belongs to it. */
record Receiving<B>(
    Incoming incoming,
    UUID id,
    Target<B> target,
    Digested<B> decoder,
    FileCopy copy,
    CountedBody body) {

  /** Tells, while a delivery comes in, how many bytes of it came. */
  @FunctionalInterface
  interface Progress {
    Future<Void> tell(UUID tenant, UUID upload, long bytes);
  }

  static <B> Receiving<B> of(
      Incoming incoming, Target<B> target, KeyedDigest digest, Progress progress) {
    var tenant = incoming.caller().organisation();
    var id = incoming.upload().orElseGet(UuidCreator::getTimeOrderedEpoch);
    var body = new CountedBody(incoming.body(), bytes -> progress.tell(tenant, id, bytes));
    var copy =
        incoming.isKept() ? FileCopy.of(incoming.table(), incoming.bytes()) : FileCopy.none();
    return new Receiving<>(
        incoming, id, target, new Digested<>(target.decoder(), digest, copy), copy, body);
  }

  UUID tenant() {
    return incoming.caller().organisation();
  }

  /** Whether it had its address before its bytes. */
  boolean isAnnounced() {
    return incoming.upload().isPresent();
  }

  /** What is told of what came of it: fails when it was refused, with every mistake. */
  Future<Upload> answer(Upload upload) {
    if (upload.state() != Upload.State.REFUSED) {
      return Future.succeededFuture(upload);
    }
    var address = incoming.isKept() ? Optional.of(upload.address()) : Optional.<String>empty();
    return Future.failedFuture(
        new Failure.Invalid(upload.mistakes(), upload.mistakesTotal(), address));
  }

  /** Takes the digest and the copy of the bytes on the worker thread that decodes them. */
  static final class Digested<B> implements Decoder<B> {
    private final Decoder<B> decoder;
    private final KeyedDigest digest;
    private final FileCopy copy;
    private Optional<Buffer> finished = Optional.empty();

    private Digested(Decoder<B> decoder, KeyedDigest digest, FileCopy copy) {
      this.decoder = decoder;
      this.digest = digest;
      this.copy = copy;
    }

    @Override
    public List<B> feed(byte[] piece) {
      digest.update(piece);
      copy.add(piece);
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
}
