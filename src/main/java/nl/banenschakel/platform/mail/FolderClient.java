package nl.banenschakel.platform.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import java.nio.file.Path;
import java.util.UUID;

/** Writes messages to a folder, as a mail server would get them, for development. */
final class FolderClient implements Mailing {
  private final Vertx vertx;
  private final EmailAddress from;
  private final Path folder;

  FolderClient(Vertx vertx, MailSettings.Folder settings) {
    this.vertx = vertx;
    this.from = settings.from();
    this.folder = settings.path();
  }

  @Override
  public Future<Void> send(UUID id, Mail mail) {
    var text = new MailEncoder(MailText.of(from, id, mail), "localhost").encode();
    var file = folder.resolve(id + ".eml").toString();
    return vertx
        .fileSystem()
        .mkdirs(folder.toString())
        .compose(made -> vertx.fileSystem().writeFile(file, Buffer.buffer(text)));
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
