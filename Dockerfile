# The server as an image. How to build and use it is in docs/docker.md.
ARG NODE_VERSION=22

# One module is compiled, where there is no binary of it: this image has a compiler.
FROM node:${NODE_VERSION}-bookworm AS dependencies
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:${NODE_VERSION}-bookworm AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json ./
COPY tools tools
COPY console console
COPY src src
RUN npm run build

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production \
    LOCALYUN_HOST=0.0.0.0
WORKDIR /opt/localyun
COPY package.json LICENSE ./
COPY --from=dependencies /build/node_modules node_modules
COPY --from=build /build/dist dist
RUN chmod +x dist/cli.js && ln -s /opt/localyun/dist/cli.js /usr/local/bin/localyun && \
    install -d -o node -g node -m 700 /var/lib/localyun
USER node
# State, certificates and localyun.yaml are looked for here.
WORKDIR /var/lib/localyun
VOLUME /var/lib/localyun
EXPOSE 20140
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["localyun", "health"]
ENTRYPOINT ["localyun"]
CMD ["start"]
