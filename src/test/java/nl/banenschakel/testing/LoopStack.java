package nl.banenschakel.testing;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a thread is doing, by where it stands. */
final class LoopStack {
  /** Classes are found, defined and begun, call sites and lambdas are linked. */
  private static final Pattern FIRST_USE =
      Pattern.compile(
          "java\\.lang\\.ClassLoader\\..*|jdk\\.\\w+\\.loader\\..*|.*\\.<clinit>"
              + "|java\\.lang\\.invoke\\.(MethodHandleNatives|LambdaMetafactory|StringConcatFactory"
              + "|InnerClassLambdaMetafactory|BootstrapMethodInvoker|CallSite)\\..*"
              + "|java\\.util\\.ServiceLoader.*|sun\\.security\\.jca\\..*");

  /** Something else has to happen first: not a lock, which is given back by who holds it. */
  private static final Pattern WAIT =
      Pattern.compile(
          "java\\.lang\\.Thread\\.(sleep|join).*|java\\.lang\\.Object\\.wait.*"
              + "|java\\.lang\\.ProcessImpl\\.waitFor.*"
              + "|java\\.util\\.concurrent\\.(CompletableFuture|FutureTask|CountDownLatch|Semaphore"
              + "|CyclicBarrier|Exchanger|Phaser|\\w*Queue|\\w*Deque)\\W.*"
              + "|java\\.util\\.concurrent\\.locks\\.AbstractQueuedSynchronizer"
              + "\\$ConditionObject\\..*");

  /** A lock is taken; a queue takes one too when it hands work to another thread. */
  private static final Pattern LOCK =
      Pattern.compile("java\\.util\\.concurrent\\.locks\\.ReentrantLock\\.lock");

  /** Reads or writes while the thread stands still. What is logged goes to the console. */
  private static final Pattern TRANSFER =
      Pattern.compile(
          "sun\\.nio\\.ch\\.NioSocketImpl\\..*|sun\\.nio\\.ch\\.Net\\.(poll|connect0|accept)"
              + "|sun\\.nio\\.ch\\.\\w*FileDispatcherImpl\\.(read0|pread0|force0)"
              + "|java\\.io\\.FileInputStream\\.read.*|java\\.io\\.FileDescriptor\\.sync"
              + "|java\\.io\\.RandomAccessFile\\.read.*|java\\.net\\.Inet\\dAddressImpl\\..*");

  /** Vert.x and Netty wait for their own sockets here: that is what a loop is for. */
  private static final Pattern SELECTS =
      Pattern.compile("io\\.netty\\.channel\\.\\w*IoHandler\\..*");

  /** Reads /dev/urandom, which answers at once. */
  private static final Pattern RANDOM = Pattern.compile("sun\\.security\\.provider\\.NativePRNG.*");

  private static final int TOP_MAX = 8;

  private LoopStack() {}

  static boolean isFirstUse(StackTraceElement[] stack) {
    return names(stack).anyMatch(name -> FIRST_USE.matcher(name).matches());
  }

  static boolean waits(Thread.State state, StackTraceElement[] stack) {
    if (isFirstUse(stack) || isAt(SELECTS, stack, TOP_MAX) || isAt(RANDOM, stack, TOP_MAX)) {
      return false;
    }
    boolean stands =
        (state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING)
            && !isAt(LOCK, stack, TOP_MAX);
    return (stands && isAt(WAIT, stack, TOP_MAX)) || isAt(TRANSFER, stack, 3);
  }

  private static boolean isAt(Pattern place, StackTraceElement[] stack, int deep) {
    return names(stack).limit(deep).anyMatch(name -> place.matcher(name).matches());
  }

  private static Stream<String> names(StackTraceElement[] stack) {
    return Stream.of(stack).map(frame -> frame.getClassName() + "." + frame.getMethodName());
  }
}
