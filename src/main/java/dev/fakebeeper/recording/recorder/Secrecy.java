package dev.fakebeeper.recording.recorder;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.recording.redaction.RedactionRules;
import dev.fakebeeper.recording.redaction.Redactor;
import dev.fakebeeper.recording.redaction.SecretScan;

/** The redaction of one recording, and the last look at what it writes. */
final class Secrecy {
  private final Redactor redactor;
  private final SecretScan scan;

  Secrecy(Contract contract, RedactionRules rules) {
    redactor = new Redactor(contract, RedactionRules.newKey(), rules);
    scan = redactor.scan();
  }

  Redactor redactor() {
    return redactor;
  }

  /** Throws when a file that is about to be written still looks like a secret. */
  void check(String file, byte[] content) {
    scan.check(file, content);
  }
}
