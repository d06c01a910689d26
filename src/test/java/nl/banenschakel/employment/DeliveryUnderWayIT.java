package nl.banenschakel.employment;

import static nl.banenschakel.employment.ContractDelivery.Scope.FULL;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayList;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.IntakeSettings;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.stream.table.TableFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may happen between the first and the last byte of a file. */
class DeliveryUnderWayIT extends ContractDeliveries {

  @Test
  void one_file_too_many_of_an_organisation_is_told_to_come_back_and_a_place_comes_free() {
    var open = new ArrayList<Held>();
    for (int i = 0; i < IntakeSettings.DEFAULT.placesPerOrganisation(); i++) {
      open.add(new Held());
    }
    open.forEach(file -> await(file.begun()));

    assertThatThrownBy(() -> deliver(FULL, ANNA)).isInstanceOf(Failure.Unavailable.class);

    open.forEach(file -> file.end(HEADER + ANNA));
    for (var file : open) {
      assertThat(await(file.taken).state()).isEqualTo(Upload.State.ACCEPTED);
    }
    assertThat(deliver(FULL, ANNA, BAS).state()).isEqualTo(Upload.State.ACCEPTED);
  }

  @Test
  void a_file_whose_beginning_was_lost_in_a_crash_is_not_taken_without_it() {
    deliver(FULL, ANNA, BAS);
    var file = new Held();
    await(file.begun());

    // What a crash of the database does to its unlogged tables.
    database.asSuperuser("truncate intake.receiving, employment.staged, person.staged");
    file.end(HEADER + CAS);

    assertThatThrownBy(() -> await(file.taken)).isInstanceOf(Failure.Unavailable.class);
    assertThat(known()).hasSize(2);
    assertThat(rows("intake.upload")).isEqualTo(1);
    assertThat(rows("employment.staged")).isZero();
  }

  /** A file that comes in for as long as the test likes. */
  private final class Held implements ReadStream<Buffer> {
    private final Promise<Void> flowing = Promise.promise();
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Void> endHandler;
    final Future<Upload> taken =
        contracts.take(
            Incoming.real(caller, this),
            TableFile.CSV,
            new ContractDelivery(NUMBER, "hr", FULL),
            "header Loonheffingennummer");

    /** The delivery has begun: bytes are asked for. */
    Future<Void> begun() {
      return flowing.future();
    }

    void end(String text) {
      await(flowing.future());
      vertx
          .getOrCreateContext()
          .runOnContext(
              now -> {
                if (handler != null && endHandler != null) {
                  handler.handle(Buffer.buffer(text));
                  endHandler.handle(null);
                }
              });
    }

    @Override
    @CanIgnoreReturnValue
    public Held handler(@Nullable Handler<Buffer> handler) {
      this.handler = handler;
      return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Held endHandler(@Nullable Handler<Void> endHandler) {
      this.endHandler = endHandler;
      return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Held exceptionHandler(@Nullable Handler<Throwable> handler) {
      return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Held pause() {
      return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Held resume() {
      flowing.tryComplete();
      return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Held fetch(long amount) {
      return resume();
    }
  }
}
