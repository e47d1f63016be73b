-- Opens a file in a headless Neovim with `amends lsp`, does what an author does, and writes what came of it as JSON.
local file, result, caret, new_name = vim.env.FILE, vim.env.RESULT, vim.env.CARET, vim.env.NEW_NAME

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then error("waited in vain for " .. what) end
end

local function go_to(word)
  vim.fn.cursor(1, 1)
  if vim.fn.search("\\V" .. word, "cW") == 0 then error(word .. " stands nowhere") end
end

local client = vim.lsp.start_client({ cmd = vim.split(vim.env.SERVER, "\n"), root_dir = vim.fn.fnamemodify(file, ":h") })
vim.cmd("edit " .. vim.fn.fnameescape(file))
vim.lsp.buf_attach_client(0, client)
wait("findings", function() return #vim.diagnostic.get(0) > 0 end)

local told = { found = {} }
for _, it in ipairs(vim.diagnostic.get(0)) do
  local line = vim.api.nvim_buf_get_lines(0, it.lnum, it.lnum + 1, false)[1]
  table.insert(told.found, { code = it.code, message = it.message, word = line:sub(it.col + 1, it.end_col) })
end

go_to(caret)
vim.fn.cursor(vim.fn.line("."), vim.fn.col(".") + #caret - 1)
local answers = vim.lsp.buf_request_sync(0, "textDocument/completion", vim.lsp.util.make_position_params(), 20000)
told.offered = vim.tbl_map(function(it) return it.label end, answers[client].result)

local here = vim.api.nvim_get_current_buf()
vim.lsp.buf.definition()
wait("the definition", function() return vim.api.nvim_get_current_buf() ~= here end)
told.defined = { vim.fn.expand("%:t"), vim.fn.getline(".") }

vim.lsp.buf_attach_client(0, client)
vim.lsp.buf.rename(new_name)
wait("the new name", function() return vim.fn.getline("."):find(new_name, 1, true) end)
told.renamed = {}
for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
  local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":t")
  if name ~= "" then told.renamed[name] = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n") .. "\n" end
end
vim.fn.writefile({ vim.fn.json_encode(told) }, result)
vim.lsp.stop_client(client)
