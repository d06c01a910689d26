package nl.banenschakel.platform.intake;

/**
 * How long uploads are kept after they ended.
 *
 * @param resultDays what came of each: who sent it, counts, mistakes without values. As long as the
 *     wage administration that it accounts for: seven years (article 52, paragraph 4, of the
 *     Algemene wet inzake rijksbelastingen)
 */
public record UploadRetention(int resultDays) {
  public static final UploadRetention DEFAULT = new UploadRetention(2_557);
}
