# Foyer for production: one process, no shell scripts, not root. `npm run check:image` executes these steps without Docker.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
# The image has its own Node: the one that npm pins for development machines stays out.
RUN npm prune --omit=dev && rm -rf node_modules/node-linux-* node_modules/.bin
RUN mkdir -p .data

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY --from=build /app/src ./src
# Holds the database when DATABASE_URL does not name another one.
COPY --from=build --chown=node:node /app/.data ./.data
VOLUME /app/.data
USER node
EXPOSE 3001
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3001}/api/status`).then(({ status }) => process.exit(status === 204 ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/cli/foyer.ts", "start", "--no-build"]
