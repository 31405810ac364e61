/** Who holds locks, or waits for them. */
export type Session = object;

interface Wish {
  readonly session: Session;
  readonly isShared: boolean;
  readonly granted: () => void;
}

/** Locks that are given in the order they are asked for: many sharers at once, or one alone. */
export class AdvisoryLocks {
  readonly #held = new Map<string, Wish[]>();
  readonly #waiting = new Map<string, Wish[]>();

  /** @param granted called at once, or when others have given it back */
  ask(key: string, session: Session, isShared: boolean, granted: () => void): void {
    const waiting = this.#waiting.get(key) ?? [];
    this.#waiting.set(key, [...waiting, { session, isShared, granted }]);
    this.#grant(key);
  }

  /** The session holds nothing any more, and waits for nothing. */
  release(session: Session): void {
    for (const [key, wishes] of this.#held) {
      this.#held.set(
        key,
        wishes.filter((wish) => wish.session !== session),
      );
    }
    this.giveUp(session);
  }

  /** It waits for nothing any more. */
  giveUp(session: Session): void {
    for (const [key, wishes] of this.#waiting) {
      this.#waiting.set(
        key,
        wishes.filter((wish) => wish.session !== session),
      );
      this.#grant(key);
    }
  }

  #grant(key: string): void {
    const waiting = this.#waiting.get(key) ?? [];
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const others = (this.#held.get(key) ?? []).filter(({ session }) => session !== next?.session);
      if (others.some(({ isShared }) => !isShared) || (!next.isShared && others.length > 0)) return;
      this.#held.set(key, [...(this.#held.get(key) ?? []), next]);
      waiting.shift();
      next.granted();
    }
  }
}
