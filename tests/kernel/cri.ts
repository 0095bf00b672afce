import { join } from 'node:path';

import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { loadSync, type MethodDefinition } from '@grpc/proto-loader';

export type NamespaceMode = 'POD' | 'CONTAINER' | 'NODE' | 'TARGET';

export type NamespaceOption = {
  readonly network: NamespaceMode;
  readonly pid: NamespaceMode;
  readonly ipc: NamespaceMode;
  readonly targetId?: string;
};

type SecurityProfile = { readonly profileType: 'RuntimeDefault' | 'Unconfined' };

export type SandboxConfig = {
  readonly metadata: { readonly name: string; readonly uid: string; readonly namespace: string };
  readonly hostname: string;
  readonly logDirectory: string;
  readonly dnsConfig: { readonly servers: readonly string[] };
  readonly linux: {
    readonly cgroupParent: string;
    readonly securityContext: {
      readonly namespaceOptions: NamespaceOption;
      readonly privileged: boolean;
      readonly seccomp: SecurityProfile;
    };
    readonly sysctls: Readonly<Record<string, string>>;
  };
};

export type Mount = {
  readonly containerPath: string;
  readonly hostPath: string;
  readonly readonly: boolean;
  readonly propagation: 'PROPAGATION_PRIVATE' | 'PROPAGATION_HOST_TO_CONTAINER' | 'PROPAGATION_BIDIRECTIONAL';
};

/** The part of a container's configuration that says what runs in it, not what surrounds it. */
export type Process = {
  readonly image: { readonly image: string };
  readonly command: readonly string[];
  readonly args?: readonly string[];
  readonly workingDir?: string;
  readonly envs: readonly { readonly key: string; readonly value: string }[];
  /** Below the sandbox's log directory. */
  readonly logPath?: string;
  readonly stdin?: boolean;
  readonly tty?: boolean;
};

export type ContainerConfig = Process & {
  readonly metadata: { readonly name: string; readonly attempt: number };
  readonly mounts: readonly Mount[];
  readonly linux: {
    readonly resources: { readonly memoryLimitInBytes?: number };
    readonly securityContext: {
      readonly capabilities: {
        readonly addCapabilities: readonly string[];
        readonly dropCapabilities: readonly string[];
      };
      readonly privileged: boolean;
      readonly namespaceOptions: NamespaceOption;
      readonly runAsUser: { readonly value: number };
      readonly runAsGroup?: { readonly value: number };
      readonly readonlyRootfs: boolean;
      readonly supplementalGroups: readonly number[];
      readonly noNewPrivs: boolean;
      readonly seccomp: SecurityProfile;
    };
  };
};

type Info = { readonly info: Readonly<Record<string, string>> };

/** The calls in use: what each takes and gives. */
type Calls = {
  Version: [object, { readonly runtimeName: string; readonly runtimeVersion: string }];
  Status: [object, { readonly status: { readonly conditions: readonly RuntimeCondition[] } }];
  RunPodSandbox: [{ config: SandboxConfig }, { readonly podSandboxId: string }];
  StopPodSandbox: [{ podSandboxId: string }, object];
  RemovePodSandbox: [{ podSandboxId: string }, object];
  PodSandboxStatus: [
    { podSandboxId: string; verbose: true },
    Info & { readonly status: { readonly network: { readonly ip: string } | null } },
  ];
  ListPodSandbox: [object, { readonly items: readonly { readonly id: string }[] }];
  CreateContainer: [
    { podSandboxId: string; config: ContainerConfig; sandboxConfig: SandboxConfig },
    { readonly containerId: string },
  ];
  StartContainer: [{ containerId: string }, object];
  StopContainer: [{ containerId: string; timeout: number }, object];
  ContainerStatus: [{ containerId: string; verbose: boolean }, Info & { readonly status: ContainerStatus }];
  ExecSync: [
    { containerId: string; cmd: readonly string[]; timeout: number },
    { readonly stdout: Buffer; readonly stderr: Buffer; readonly exitCode: number },
  ];
};

export type ContainerStatus = {
  readonly state: 'CONTAINER_CREATED' | 'CONTAINER_RUNNING' | 'CONTAINER_EXITED' | 'CONTAINER_UNKNOWN';
  readonly exitCode: number;
  readonly reason: string;
};

export type RuntimeCondition = {
  readonly type: string;
  readonly status: boolean;
  readonly reason: string;
  readonly message: string;
};

/** A connection to a container runtime. Every call ends within two minutes or rejects with the runtime's own message. */
export type Cri = {
  readonly call: <Name extends keyof Calls>(name: Name, request: Calls[Name][0]) => Promise<Calls[Name][1]>;
  readonly close: () => void;
};

const callMilliseconds = 120_000;

/** Opens a connection to the CRI on a Unix socket. The socket need not be there yet: a call waits for it. */
export const connectCri = (socket: string): Cri => {
  const service = loadSync(join(__dirname, 'cri.proto'), {
    longs: Number,
    enums: String,
    defaults: true,
  })['runtime.v1.RuntimeService'] as Record<string, MethodDefinition<object, object>>; // what the loader says of a service
  const client = new Client(`unix:${socket}`, credentials.createInsecure(), {
    'grpc.initial_reconnect_backoff_ms': 50,
  });

  const call = (name: string, request: object): Promise<object> => {
    const method = service[name];
    if (!method) throw new Error(`cri.proto has no call ${name}.`);
    return new Promise((resolve, reject) => {
      client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        new Metadata({ waitForReady: true }),
        { deadline: Date.now() + callMilliseconds },
        (error, answer) => {
          if (error || !answer) reject(new Error(`${name}: ${error?.details ?? 'no answer'}`));
          else resolve(answer);
        },
      );
    });
  };
  // The proto file and the table above say the same of each call; gRPC itself knows only objects.
  return { call: call as Cri['call'], close: () => client.close() };
};
