package nl.banenschakel.platform.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobDraft;
import nl.banenschakel.platform.job.Jobs;

/** Where messages to people are put. */
public final class Mails {
  static final String KIND = "send-mail";
  static final String ABOUT = "about";
  static final String THING = "thing";

  private final Db db;
  private final Jobs jobs;
  private final Post post;

  /**
   * Who takes messages on their way.
   *
   * @param mailing empty: nobody is written to
   * @param publicUrl how people reach the gateway, without a slash at the end
   */
  public record Post(Optional<Mailing> mailing, URI publicUrl) {
    /** As it is set; what was made is closed by the caller. */
    public static Post of(Vertx vertx, Optional<MailSettings> settings, URI publicUrl) {
      return new Post(settings.map(it -> mailing(vertx, it)), publicUrl);
    }

    private static Mailing mailing(Vertx vertx, MailSettings settings) {
      return settings instanceof MailSettings.Smtp smtp
          ? new SmtpClient(vertx, smtp)
          : new FolderClient(vertx, (MailSettings.Folder) settings);
    }
  }

  /** With what takes them on their way. */
  public Mails(Db db, Jobs jobs, Post post) {
    this.db = db;
    this.jobs = jobs;
    this.post = post;
  }

  /** Whether anybody is written to. */
  public boolean isOn() {
    return post.mailing().isPresent();
  }

  /** How people reach the gateway, without a slash at the end. */
  public URI publicUrl() {
    return post.publicUrl();
  }

  /**
   * Somebody is written to about a thing, with all else that the transaction does; or nobody is.
   */
  public Future<Void> enqueue(Tx tx, Occasion occasion, UUID thing) {
    return isOn()
        ? jobs.enqueue(
                tx, JobDraft.of(KIND, Map.of(ABOUT, occasion.name(), THING, thing.toString())))
            .mapEmpty()
        : Future.succeededFuture();
  }

  /** Writes and sends them; there is none where nobody is written to. */
  public Optional<Job> job(List<Occasion> occasions) {
    return post.mailing().map(mailing -> new MailJob(db, mailing, occasions));
  }
}
