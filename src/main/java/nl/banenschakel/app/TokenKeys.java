package nl.banenschakel.app;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import nl.banenschakel.platform.auth.DevelopmentTokens;
import nl.banenschakel.platform.auth.KeySet;
import nl.banenschakel.platform.failure.StartRefused;

/** The keys of tokens, or why there is nothing to start with. */
final class TokenKeys {
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
