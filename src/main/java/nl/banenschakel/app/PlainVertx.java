package nl.banenschakel.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** Vert.x without what it would keep in the folder for temporary files. */
final class PlainVertx {
  private PlainVertx() {}

  /** Files are opened where they are; nothing is copied out of the class path. */
  static Vertx start() {
    var files =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    return Vertx.vertx(new VertxOptions().setFileSystemOptions(files));
  }
}
