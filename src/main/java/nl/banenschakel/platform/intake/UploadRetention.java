package nl.banenschakel.platform.intake;

/**
 * How long uploads are kept after they ended.
 *
 * @param resultDays what came of each: who sent it, counts, mistakes without values. As long as the
 *     wage administration that it accounts for: seven years (article 52, paragraph 4, of the
 *     Algemene wet inzake rijksbelastingen)
 * @param rowDays the rows of a refused file, sealed, for who corrects them: they hold BSNs. As long
 *     as the result, of which they are a part, unless an operator wants it shorter
 */
public record UploadRetention(int resultDays, int rowDays) {
  public static final UploadRetention DEFAULT = new UploadRetention(2_557, 2_557);
}
