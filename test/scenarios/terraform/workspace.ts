import type { Provider } from './provider.ts';
import { differences, plannedChanges, type Schema, stateOf, type Values } from './schema.ts';

/** A kind of resource, as the provider goes about it. */
export interface Resource<Config extends object> {
  readonly name: string;
  readonly schema: Schema;
  /** Makes it and waits for it; its id. */
  create(provider: Provider, config: Config): Promise<string>;
  /** Its attributes, or undefined when it is gone. `isNew` for the read at the end of its creation. */
  read(provider: Provider, id: string, config: Config, isNew: boolean): Promise<Values | undefined>;
  /** Carries out what has changed in the configuration. */
  update?(provider: Provider, id: string, change: Change<Config>): Promise<void>;
  /** Deletes it and waits until it is gone. */
  destroy(provider: Provider, id: string, config: Config): Promise<void>;
}

/** A change of configuration on top of what is known. */
export interface Change<Config extends object> {
  readonly state: Values;
  readonly config: Config;
  /** Whether a configured attribute differs from what is known. */
  has(name: keyof Config & string): boolean;
}

/** One resource under Terraform's hand. */
export class Managed<Config extends object> {
  readonly id: string;
  readonly #provider: Provider;
  readonly #resource: Resource<Config>;
  #config: Config;
  #state: Values;

  private constructor(
    provider: Provider,
    resource: Resource<Config>,
    made: { readonly id: string; readonly config: Config; readonly state: Values },
  ) {
    this.#provider = provider;
    this.#resource = resource;
    this.id = made.id;
    this.#config = made.config;
    this.#state = made.state;
  }

  static async create<Config extends object>(
    provider: Provider,
    resource: Resource<Config>,
    config: Config,
  ): Promise<Managed<Config>> {
    const id = await resource.create(provider, config);
    const read = await resource.read(provider, id, config, true);
    if (read === undefined) throw new Error(`${resource.name} ${id} is gone right after it was made`);
    return new Managed(provider, resource, { id, config, state: stateOf(resource.schema, read) });
  }

  get name(): string {
    return this.#resource.name;
  }

  /** What is known of it. */
  get state(): Values {
    return this.#state;
  }

  /** Reads it anew; the names of the attributes that are not as they were known. */
  async refresh(): Promise<string[]> {
    const read = await this.#resource.read(this.#provider, this.id, this.#config, false);
    if (read === undefined) throw new Error(`${this.name} ${this.id} is gone`);
    const { schema } = this.#resource;
    const before = this.#state;
    this.#state = stateOf(schema, read);
    return differences(schema, before, this.#state);
  }

  /** What a plan would change, after a refresh. */
  async plan(config: Config = this.#config): Promise<string[]> {
    await this.refresh();
    return plannedChanges(this.#resource.schema, config as Values, this.#state);
  }

  /** Brings a changed configuration about, after a refresh, and reads the outcome. */
  async apply(config: Config): Promise<void> {
    const { update, schema } = this.#resource;
    const changed = (await this.plan(config)).map((line) => line.slice(0, line.indexOf(':')));
    if (update === undefined) throw new Error(`${this.name} cannot be changed: ${changed}`);
    await update(this.#provider, this.id, { state: this.#state, config, has: (name) => changed.includes(name) });
    this.#config = config;
    const read = await this.#resource.read(this.#provider, this.id, config, false);
    if (read === undefined) throw new Error(`${this.name} ${this.id} is gone after its update`);
    this.#state = stateOf(schema, read);
  }

  async destroy(): Promise<void> {
    await this.#resource.destroy(this.#provider, this.id, this.#config);
    if ((await this.#resource.read(this.#provider, this.id, this.#config, false)) !== undefined) {
      throw new Error(`${this.name} ${this.id} is still there`);
    }
  }
}
