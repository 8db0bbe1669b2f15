package dev.fakebeeper.recording.nearest;

/**
 * One thing in which two requests differ.
 *
 * @param place such as {@code query limit} or {@code body /text}
 * @param recorded what the recording has there, in words
 * @param asked what the request has there, in words
 * @param weight how much it counts
 */
record Difference(String place, String recorded, String asked, int weight) {

  @Override
  public String toString() {
    return "%s: %s recorded, %s asked".formatted(place, recorded, asked);
  }
}
