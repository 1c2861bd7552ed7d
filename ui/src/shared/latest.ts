/**
 * Asks for something again and again, one question in flight. What is asked meanwhile replaces what was
 * waiting, so that typing never queues work and the last question is always answered.
 */
export class Latest<Question, Answer> {
  #waiting: { question: Question } | null = null;
  #busy = false;
  #idle: Promise<void> = Promise.resolve();

  constructor(
    private readonly run: (question: Question) => Promise<Answer>,
    private readonly done: (answer: Answer, question: Question) => void,
    private readonly failed: (thrown: unknown) => void,
  ) {}

  ask(question: Question): void {
    this.#waiting = { question };
    if (!this.#busy) this.#idle = this.#work();
  }

  /** Resolves when nothing asked is unanswered. */
  idle(): Promise<void> {
    return this.#idle;
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let next = this.#waiting; next; next = this.#waiting) {
      this.#waiting = null;
      try {
        this.done(await this.run(next.question), next.question);
      } catch (thrown) {
        this.failed(thrown);
      }
    }
    this.#busy = false;
  }
}
