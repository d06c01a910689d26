package nl.banenschakel.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import nl.banenschakel.platform.auth.DevelopmentTokens;
import nl.banenschakel.platform.auth.KeySet;
import nl.banenschakel.platform.auth.KeySetClient;
import nl.banenschakel.platform.auth.TokenGate;
import nl.banenschakel.platform.auth.TokenRules;
import nl.banenschakel.platform.client.UpstreamAddress;
import nl.banenschakel.platform.client.UpstreamClient;
import nl.banenschakel.platform.client.UpstreamFailed;
import nl.banenschakel.platform.client.UpstreamTls;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.metrics.Metrics;

/** The keys of tokens, or why there is nothing to start with. */
final class TokenKeys {
  /** From the request to the end of the answer. */
  private static final int FETCH_MS = 10_000;

  private TokenKeys() {}

  /**
   * The keys of development, made when the data folder has none.
   *
   * @throws StartRefused when the folder cannot be written or its key cannot be used
   */
  static DevelopmentTokens development(Path dataFolder) {
    var what = "The keys of development cannot be used";
    try {
      return DevelopmentTokens.in(dataFolder);
    } catch (IOException e) {
      throw new StartRefused(what, "data.folder: this user cannot read and write in " + dataFolder);
    } catch (IllegalStateException unusable) {
      throw new StartRefused(what, "data.folder: " + dataFolder + ": " + unusable.getMessage());
    }
  }

  /**
   * A gate whose keys are fetched, now and from now on.
   *
   * @throws StartRefused when there is no good set of keys to begin with
   */
  static TokenGate fetched(
      Vertx vertx, UpstreamAddress address, TokenRules rules, Metrics metrics) {
    var limits = new UpstreamClient.Limits(FETCH_MS, KeySetClient.ANSWER_BYTES_MAX, 1, 1);
    var published =
        new KeySetClient(
            vertx,
            UpstreamClient.of(vertx, address, UpstreamTls.ORDINARY, limits),
            Clock.systemUTC(),
            KeySetClient.Timing.DEFAULT,
            outcome -> metrics.fetchedKeys(outcome.name().toLowerCase(Locale.ROOT)));
    var gate = new TokenGate(vertx, first(published, address), rules, Clock.systemUTC());
    published.renew(gate);
    metrics.watchKeys(() -> published.age().toSeconds());
    return gate;
  }

  private static KeySet first(KeySetClient published, UpstreamAddress address) {
    try {
      return Waiting.on(published.first());
    } catch (UpstreamFailed | IllegalArgumentException unusable) {
      throw new StartRefused(
          "The key set cannot be used",
          "tokens.keySetUrl: %s: %s".formatted(address.uri(), unusable.getMessage()));
    }
  }

  /**
   * The keys that are trusted.
   *
   * @throws StartRefused when the file cannot be read or is no key set
   */
  static KeySet trusted(Path file) {
    var what = "The key set cannot be used";
    try {
      return KeySet.load(file);
    } catch (NoSuchFileException e) {
      throw new StartRefused(what, "tokens.keySetFile: " + file + " is not there");
    } catch (IOException e) {
      throw new StartRefused(what, "tokens.keySetFile: " + file + " cannot be read by this user");
    } catch (IllegalArgumentException unusable) {
      throw new StartRefused(what, "tokens.keySetFile: " + file + ": " + unusable.getMessage());
    }
  }
}
